from django.db import models
from django.utils.translation import gettext_lazy as _


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
    found_at = models.DateTimeField()
    mended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        ordering = ["-found_at", "-pk"]

    def __str__(self) -> str:
        return f"page {self.page_id} {self.path} – {self.message}"
