from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# What the comparison finds, by its own words.
LABELS: dict[str, Promise] = {
    "the page gives something else": _("The page gives something else"),
    "the log keeps something else": _("What is kept beside the document differs"),
    "it is public, and the log does not have it": _("It is public, and was not published"),
    "the log shows it, and it is not public": _("It was published, and is not public"),
    "the log shows it, and the page is gone": _("It was published, and the page is gone"),
    "the log shows it, and its type has no documents": _(
        "It was published, and pages of its type are not"
    ),
    "its bytes in the log do not match their digest": _("What is published was changed past us"),
    "its address leads nowhere": _("Its address leads nowhere"),
    "its address leads to no page": _("Its address leads to no page"),
    "what lists filter by differs": _("What lists filter by differs"),
    "what it was made with differs": _("What it was made with differs"),
}


class LogCheck(models.Model):
    """How far the log's comparison of itself with the pages has come: one row.

    It goes round and round, some groups at a time, in the order of their translation keys.
    """

    SINGLETON = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=SINGLETON)
    # The last group that was compared in the present round; None before the first.
    cursor = models.UUIDField(null=True, blank=True)
    started_at = models.DateTimeField()
    compared_at = models.DateTimeField()
    total = models.PositiveIntegerField(default=0)
    groups = models.PositiveIntegerField(default=0)
    found = models.PositiveIntegerField(default=0)
    # The last whole round.
    last_started_at = models.DateTimeField(null=True, blank=True)
    last_finished_at = models.DateTimeField(null=True, blank=True)
    last_groups = models.PositiveIntegerField(default=0)
    last_found = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("log check")
        verbose_name_plural = _("log checks")
        default_permissions = ()
        permissions = [("see_state", _("Can see the state of publishing"))]

    def __str__(self) -> str:
        return f"{self.groups} of {self.total} groups since {self.started_at:%Y-%m-%d %H:%M}"


class Divergence(models.Model):
    """Where the log was not what a page gives, though no mark was waiting; kept for a while after
    it was mended, because each one is a fault of the software or of whoever wrote past it."""

    translation_key = models.UUIDField(db_index=True)
    page_id = models.PositiveBigIntegerField()
    path = models.TextField()
    message = models.TextField()
    # Names of the fields that differ.
    detail = models.TextField(blank=True)
    found_at = models.DateTimeField()
    mended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        ordering = ["-found_at", "-pk"]

    def __str__(self) -> str:
        return f"page {self.page_id} {self.path} – {self.message}"

    @property
    def label(self) -> str:
        """The message as an administrator reads it, in the active language."""
        return str(LABELS.get(self.message, self.message))
