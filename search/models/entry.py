"""The embedded index, which the database engine searches."""

import json
from typing import Any, ClassVar

from django.db import models
from wagtail.search import index
from wagtail.search.queryset import SearchableQuerySetMixin


class ReadableEncoder(json.JSONEncoder):
    """Letters as they are: escaped, they are six characters each."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options | {"ensure_ascii": False, "separators": (",", ":")})


class SearchEntryQuerySet(SearchableQuerySetMixin, models.QuerySet["SearchEntry"]):
    pass


class SearchEntry(index.Indexed, models.Model):
    """A public page as tokens of `search.text.tokens`, updated by a consumer of the log."""

    page_id = models.BigIntegerField(primary_key=True)
    locale = models.CharField(max_length=12)
    sequence = models.BigIntegerField()
    date = models.DateTimeField()
    # The document's type: some types yield to newer pages.
    type = models.CharField(max_length=40)
    # Tokens in the order of the words, for matching.
    title = models.TextField()
    terms = models.TextField()
    headings = models.TextField()
    summary = models.TextField()
    body = models.TextField()
    files = models.TextField(default="")
    # Token → its places, for ranking, see `search.text.places`.
    places = models.JSONField(default=dict, encoder=ReadableEncoder)
    # The length of the body in words, for ranking.
    length = models.PositiveIntegerField()
    # For suggestions while typing: the words of title, terms and headings.
    prefixes = models.TextField()
    # The texts as readers see them, for highlights: the title, a new line, the rest.
    text = models.TextField()
    # Token → where it is in `text`, see `search.text.offsets`.
    offsets = models.JSONField(default=dict, encoder=ReadableEncoder)
    # The texts of the files that the page shows, each with its title in the first line, and the
    # rest in one more.
    file_texts = models.TextField(default="")
    file_offsets = models.JSONField(default=dict, encoder=ReadableEncoder)

    objects = SearchEntryQuerySet.as_manager()

    search_fields: ClassVar[list[Any]] = [
        index.SearchField("title"),
        index.SearchField("terms"),
        index.SearchField("headings"),
        index.SearchField("summary"),
        index.SearchField("body"),
        index.SearchField("files"),
        index.AutocompleteField("prefixes"),
        index.FilterField("locale"),
        index.FilterField("page_id"),
        index.FilterField("date"),
    ]

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["locale", "-date"], name="search_entry_by_date"),
            # For the number of pages and their average length.
            models.Index(fields=["locale", "length"], name="search_entry_length"),
        ]

    def __str__(self) -> str:
        return f"page {self.page_id} at {self.sequence}"
