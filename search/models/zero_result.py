"""Zero-result queries."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .languages import languages

MAX_ZERO_RESULT_LENGTH = 80


class ZeroResultState(models.TextChoices):
    OPEN = "open", _("Open")
    HANDLED = "handled", _("Handled")
    DISMISSED = "dismissed", _("Dismissed")


class ZeroResultQuery(models.Model):
    """A query without results, without its author or time of day.

    `search.curation.zero_results` determines what is stored, and for how long.
    """

    locale = models.CharField(_("language"), max_length=12, choices=languages)
    text = models.CharField(_("query"), max_length=MAX_ZERO_RESULT_LENGTH)
    # The number of distinct clients, summed over days.
    count = models.PositiveIntegerField(_("times searched"), default=0)
    first_day = models.DateField(_("first searched"))
    last_day = models.DateField(_("last searched"))
    state = models.CharField(
        _("state"), max_length=9, choices=ZeroResultState, default=ZeroResultState.OPEN
    )

    class Meta:
        verbose_name = _("query without results")
        verbose_name_plural = _("queries without results")
        # Permissions follow from those on synonyms: see `search.curation.permissions`.
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["locale", "text"], name="search_unique_zero_result")
        ]
        indexes = [
            models.Index(fields=["locale", "state", "count"], name="search_zero_result_rarest")
        ]

    def __str__(self) -> str:
        return self.text
