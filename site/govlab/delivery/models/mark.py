from django.db import models


class Scope(models.TextChoices):
    """What a mark's key names. Keys are texts, so that a mark outlives what it is about."""

    GROUP = "group"  # a page and its translations, by translation key
    SUBTREE = "subtree"  # pages from a tree path down
    REFERENCE = "reference"  # documents that use an image, a file or a term
    EVERYTHING = "everything"
    ROUTES = (
        "routes"  # terms, redirects and rules: responses change at the commit, no document does
    )


class Mark(models.Model):
    """Something changed that the public may see; written in the transaction of the change.

    Rows are only added and removed, never unique: two editors' transactions must not wait for each
    other here.
    """

    scope = models.CharField(max_length=12, choices=Scope.choices)
    key = models.CharField(max_length=255, blank=True)
    reason = models.CharField(max_length=60)
    created_at = models.DateTimeField(auto_now_add=True)
    # A mark whose document could not be made waits, longer each time, and stops nobody else's.
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["scope", "key"], name="delivery_mark_key")]

    def __str__(self) -> str:
        return f"{self.scope} {self.key} ({self.reason})"
