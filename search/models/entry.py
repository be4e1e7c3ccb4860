"""The embedded index: what the database searches where there is no cluster."""

from typing import Any, ClassVar

from django.db import models
from wagtail.search import index
from wagtail.search.queryset import SearchableQuerySetMixin


class SearchEntryQuerySet(SearchableQuerySetMixin, models.QuerySet["SearchEntry"]):
    pass


class SearchEntry(index.Indexed, models.Model):
    """One public page as tokens of `search.lemmas`, kept current by a consumer of the log.

    `title` and `body` are the two columns that Wagtail's database backends weigh differently.
    """

    page_id = models.BigIntegerField(primary_key=True)
    locale = models.CharField(max_length=12)
    sequence = models.BigIntegerField()
    date = models.DateTimeField()
    # Tokens of the title and of the terms; tokens of everything else.
    title = models.TextField()
    body = models.TextField()
    # The texts as readers see them, for marking what was found.
    text = models.TextField()

    objects = SearchEntryQuerySet.as_manager()

    search_fields: ClassVar[list[Any]] = [
        index.SearchField("title", boost=6),
        index.SearchField("body"),
        index.FilterField("locale"),
        index.FilterField("page_id"),
    ]

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["locale", "-date"], name="search_entry_by_date")
        ]

    def __str__(self) -> str:
        return f"page {self.page_id} at {self.sequence}"
