from django.db import models


class Scope(models.TextChoices):
    """What a mark's key names. Keys are texts, so that a mark outlives what it is about."""

    GROUP = "group"  # a page and its translations, by translation key
    SUBTREE = "subtree"  # pages from a tree path down
    ALIASES = "aliases"  # a page by its id, its aliases and theirs, each with all below
    REFERENCE = "reference"  # documents that use a page's card, an image, a file or a term
    EVERYTHING = "everything"
    ROUTES = (
        "routes"  # terms, redirects and rules: responses change at the commit, no document does
    )


class Priority(models.IntegerChoices):
    """Lower goes first, so that one editor's change never waits for a whole site's."""

    EDITED = 0  # a page that was saved
    WIDE = 1  # what is still to be expanded
    DEPENDENT = 2  # what a change reaches
    BULK = 3  # what a change reaches where that is very much


class Mark(models.Model):
    """Something changed that the public may see; written in the transaction of the change.

    Rows are only added and removed, never unique: two editors' transactions must not wait for each
    other here.
    """

    scope = models.CharField(max_length=12, choices=Scope.choices)
    key = models.CharField(max_length=255, blank=True)
    reason = models.CharField(max_length=60)
    priority = models.PositiveSmallIntegerField(choices=Priority.choices, default=Priority.EDITED)
    # How far a wide mark is expanded: a tree path, or a document's id.
    cursor = models.CharField(max_length=255, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    # A mark whose document could not be made waits, longer each time, and stops nobody else's.
    attempts = models.PositiveIntegerField(default=0)
    not_before = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["scope", "key"], name="delivery_mark_key"),
            models.Index(fields=["priority", "id"], name="delivery_mark_priority"),
        ]

    def __str__(self) -> str:
        return f"{self.scope} {self.key} ({self.reason})"
