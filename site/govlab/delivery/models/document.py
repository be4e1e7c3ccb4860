from django.db import connection, models
from django.db.models.functions import Left

PATH_START = 200


class Document(models.Model):
    """The latest entry of the log for a page: its document, or a tombstone.

    A live row contains the JSON as served. A withdrawn one is a tombstone, which is retained
    indefinitely so that every copy can withdraw the page too. There is no foreign key to the page,
    because the row outlives it.
    """

    page_id = models.BigIntegerField(primary_key=True)
    type = models.CharField(max_length=40)
    collection = models.CharField(max_length=40, blank=True)
    locale = models.CharField(max_length=12)
    translation_key = models.UUIDField(db_index=True)
    # Its length is unlimited, but that of index entries is not: see `at_path`.
    path = models.TextField()
    path_start = models.GeneratedField(
        expression=Left("path", PATH_START),
        output_field=models.CharField(max_length=PATH_START),
        db_persist=True,
    )
    sequence = models.BigIntegerField(unique=True)
    live = models.BooleanField()
    # The reason of the withdrawal; empty while it is live.
    reason = models.CharField(max_length=40, blank=True)
    # What editors said when they withdrew it, and the id of the page that replaces it.
    cause = models.CharField(max_length=20, blank=True)
    explanation = models.TextField(blank=True)
    leads_to = models.BigIntegerField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    updated_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    # The whole document, its summary for lists, and its card for other documents.
    json = models.TextField(blank=True)
    summary_json = models.TextField(blank=True)
    card_json = models.TextField(blank=True)
    # The sort keys of lists; `sort_title` is in Latvian alphabetical order.
    sort_date = models.DateTimeField()
    sort_title = models.CharField(max_length=255, blank=True)
    # When what the page announces, such as an event, begins and is over. A tombstone keeps them,
    # so that calendars can cancel it.
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    # The page's position in Wagtail's tree and menus, for the navigation.
    tree_path = models.CharField(max_length=255)
    in_menu = models.BooleanField(default=False)
    # The fields of the document's `translation` that the coverage is computed from.
    translation_status = models.CharField(max_length=12, blank=True)
    translated_at = models.DateTimeField(null=True)
    source_changed_at = models.DateTimeField(null=True)

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
            models.Index(
                fields=["collection", "locale", "ends_at"],
                condition=models.Q(ends_at__isnull=False),
                name="delivery_doc_by_end",
            ),
            models.Index(fields=["path_start"], name="delivery_doc_path"),
            models.Index(fields=["tree_path"], name="delivery_doc_tree"),
            models.Index(
                fields=["locale", "translation_status", "page_id"],
                condition=models.Q(live=True),
                name="delivery_doc_coverage",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.path} #{self.sequence}"

    @classmethod
    def at_path(cls, path: str) -> models.QuerySet["Document"]:
        """Return the documents with the path, live or withdrawn, using the index."""
        return cls.objects.filter(path_start=path[:PATH_START], path=path)

    @classmethod
    def latest_at(cls, path: str) -> tuple[bool, str] | None:
        """Return whether the latest document with the path is live, and its JSON. Each page that is
        not cached asks for it, and to build the query takes longer than to run it."""
        with connection.cursor() as cursor:
            cursor.execute(_LATEST_AT, [path[:PATH_START], path])
            row = cursor.fetchone()
        return (bool(row[0]), row[1]) if row else None


_LATEST_AT = (
    "SELECT live, json FROM delivery_document WHERE path_start = %s AND path = %s"
    " ORDER BY live DESC, sequence DESC LIMIT 1"
)


class DocumentFacet(models.Model):
    """A facet value of a document, such as topic = dati, for filters and term counts."""

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
    """An object that a document depends on, so that a change of it rebuilds the document.

    Keys are `page:<translation key>`, `term:<translation key>`, `image:<id>` and `file:<id>`. They
    are recorded even if the object is not public, since it may be published later.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="references")
    key = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "document"], name="delivery_unique_reference")
        ]

    def __str__(self) -> str:
        return self.key
