from django.db import models
from django.db.models.functions import Left

PATH_START = 200


class Document(models.Model):
    """A page as the public last saw it, in its locale: the log's latest entry about that page.

    A live row holds the bytes that readers get; a withdrawn one is a tombstone, kept for ever so
    that every copy can withdraw the page too. The row keeps no foreign key to the page: it
    outlives it.
    """

    page_id = models.BigIntegerField(primary_key=True)
    type = models.CharField(max_length=40)
    collection = models.CharField(max_length=40, blank=True)
    locale = models.CharField(max_length=12)
    translation_key = models.UUIDField(db_index=True)
    # As long as the tree is deep, and an index takes no entry of any length: see `at_path`.
    path = models.TextField()
    path_start = models.GeneratedField(
        expression=Left("path", PATH_START),
        output_field=models.CharField(max_length=PATH_START),
        db_persist=True,
    )
    sequence = models.BigIntegerField(unique=True)
    live = models.BooleanField()
    # Why it was withdrawn; empty while it is live.
    reason = models.CharField(max_length=40, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    updated_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    # The answer to “one document”, its short form in lists, and what other documents show of it.
    json = models.TextField(blank=True)
    summary_json = models.TextField(blank=True)
    card_json = models.TextField(blank=True)
    # What lists order by; `sort_title` follows the locale's alphabet.
    sort_date = models.DateTimeField()
    sort_title = models.CharField(max_length=255, blank=True)
    # The page's place in Wagtail's tree and menus: navigation is read from here.
    tree_path = models.CharField(max_length=255)
    in_menu = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(
                fields=["collection", "locale", "-sort_date", "-page_id"],
                condition=models.Q(live=True),
                name="delivery_doc_by_date",
            ),
            models.Index(
                fields=["locale", "-sort_date", "-page_id"],
                condition=models.Q(live=True),
                name="delivery_doc_all_by_date",
            ),
            models.Index(
                fields=["collection", "locale", "sort_title", "page_id"],
                condition=models.Q(live=True),
                name="delivery_doc_by_title",
            ),
            models.Index(fields=["path_start"], name="delivery_doc_path"),
            models.Index(fields=["tree_path"], name="delivery_doc_tree"),
        ]

    def __str__(self) -> str:
        return f"{self.path} #{self.sequence}"

    @classmethod
    def at_path(cls, path: str) -> models.QuerySet["Document"]:
        """Documents with the path, live or withdrawn, by the index."""
        return cls.objects.filter(path_start=path[:PATH_START], path=path)


class DocumentFacet(models.Model):
    """A value that lists can be filtered by and terms are counted by, such as topic = dati."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="facets")
    name = models.CharField(max_length=40)
    value = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["name", "value", "document"], name="delivery_unique_facet"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} = {self.value}"


class DocumentReference(models.Model):
    """What a document was made with, noted when it was made, so that we know what to remake.

    Keys are `page:<translation key>`, `term:<translation key>`, `image:<id>` and `file:<id>`. They
    are noted also where nothing public was found: the page may be published later.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="references")
    key = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "document"], name="delivery_unique_reference")
        ]

    def __str__(self) -> str:
        return self.key
