from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Labels of the differences that the comparison finds, by their messages.
LABELS: dict[str, Promise] = {
    "the content of the page differs": _("The content of the page differs"),
    "the data stored with the document differs": _("The data stored with the document differs"),
    "the page is public, but the log does not have it": _(
        "The page is public, but the log does not have it"
    ),
    "the log has it, but the page is not public": _("The log has it, but the page is not public"),
    "the log has it, but the page was deleted": _("The log has it, but the page was deleted"),
    "the log has it, but its page type has no documents": _(
        "The log has it, but its page type has no documents"
    ),
    "the stored document does not match its digest": _(
        "The published document was changed outside the site"
    ),
    "its URL is not found": _("Its URL is not found"),
    "no page has its URL": _("No page has its URL"),
    "the facets differ": _("The facets of the document differ"),
    "the references differ": _("The references of the document differ"),
}


class LogCheck(models.Model):
    """The progress of the continuous comparison of the log with the pages: a single row.

    It runs in rounds, some groups at a time, in the order of their translation keys.
    """

    SINGLETON = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=SINGLETON)
    # The last group compared in the current round; None before the first.
    cursor = models.UUIDField(null=True, blank=True)
    started_at = models.DateTimeField()
    compared_at = models.DateTimeField()
    total = models.PositiveIntegerField(default=0)
    groups = models.PositiveIntegerField(default=0)
    found = models.PositiveIntegerField(default=0)
    # The last complete round.
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
    """A difference between the log and a page without a pending mark.

    It is retained for a while after it was fixed, since each one is evidence of a bug or of a
    change that bypassed the ORM's signals.
    """

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
        """The message in the active language."""
        return str(LABELS.get(self.message, self.message))
