"""What readers asked and the site had no answer to."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .languages import languages

LONGEST_QUESTION = 80


class GapState(models.TextChoices):
    OPEN = "open", _("Open")
    HANDLED = "handled", _("Handled")
    DISMISSED = "dismissed", _("Dismissed")


class SearchGap(models.Model):
    """A question, never who asked it or the hour. `search.gaps` says what is kept, and how long."""

    locale = models.CharField(_("language"), max_length=12, choices=languages)
    question = models.CharField(_("question"), max_length=LONGEST_QUESTION)
    # Of clients, each once a day.
    count = models.PositiveIntegerField(_("times asked"), default=0)
    first_day = models.DateField(_("first asked"))
    last_day = models.DateField(_("last asked"))
    state = models.CharField(_("state"), max_length=9, choices=GapState, default=GapState.OPEN)

    class Meta:
        verbose_name = _("question without results")
        verbose_name_plural = _("questions without results")
        # Who may do what follows from the permissions on synonyms: `search.editors.permissions`.
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["locale", "question"], name="search_gap_once")
        ]
        indexes = [models.Index(fields=["locale", "state", "count"], name="search_gap_rarest")]

    def __str__(self) -> str:
        return self.question
