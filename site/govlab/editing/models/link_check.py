"""What came of checking external addresses, one row per address however many pages link to it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LinkResult(models.TextChoices):
    WORKS = "works", _("Works")
    DEAD = "dead", _("Does not work")
    # Between the first failure and the one that makes it dead.
    DOUBTFUL = "doubtful", _("Did not respond, will be tried again")
    # Neither proves that a reader would not get there.
    UNCHECKED = "unchecked", _("May not be checked")


class CheckedLink(models.Model):
    # Addresses may be longer than an index entry, hence the digest.
    digest = models.CharField(max_length=64, primary_key=True)
    url = models.TextField()
    result = models.CharField(max_length=10, choices=LinkResult.choices)
    # The HTTP status of the last response; null if there was none.
    status = models.PositiveSmallIntegerField(null=True)
    # A stable code for the reason, which the report translates.
    reason = models.CharField(max_length=40, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    # The time of the first of the failures that have no success since.
    failing_since = models.DateTimeField(null=True)
    checked_at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.url}: {self.result}"
