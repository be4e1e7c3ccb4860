from django.db import models


class Scope(models.TextChoices):
    """What the key of a mark refers to. Keys are text, so that a mark outlives its object."""

    GROUP = "group"  # a page and its translations, by translation key
    SUBTREE = "subtree"  # pages from a tree path down
    ALIASES = "aliases"  # a page by its id, its aliases and theirs, each with all below
    REFERENCE = "reference"  # documents that use a page's card, an image, a file or a term
    EVERYTHING = "everything"
    ROUTES = (
        "routes"  # terms, redirects and rules: responses change at the commit, no document does
    )


class Priority(models.IntegerChoices):
    """Lower values are relayed first, so that a single edit never waits for a bulk change."""

    EDITED = 0  # a saved page
    WIDE = 1  # marks to be expanded
    DEPENDENT = 2  # pages affected by a change
    BULK = 3  # pages affected by a change that affects many


class Mark(models.Model):
    """A dirty mark: documents may differ from their pages. Written in the change's transaction.

    Marks are not unique, so that concurrent transactions never block each other.
    """

    scope = models.CharField(max_length=12, choices=Scope.choices)
    key = models.CharField(max_length=255, blank=True)
    reason = models.CharField(max_length=60)
    priority = models.PositiveSmallIntegerField(choices=Priority.choices, default=Priority.EDITED)
    # Marks with the same value are relayed in one transaction; empty for all others.
    batch = models.CharField(max_length=60, blank=True, db_index=True)
    # The progress of the expansion of a wide mark: a tree path or a document's id.
    cursor = models.CharField(max_length=255, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    # The backoff of a mark whose document could not be built.
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
