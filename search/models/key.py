"""The lemmas by which related pages are found, in tables of their own: full-text search cannot
count the pages of thirty words in one query."""

from typing import ClassVar

from django.db import models


class SearchLemma(models.Model):
    """A lemma of the titles, terms and summaries of a language.

    The lemmas of withdrawn pages are not deleted, so their number of pages may be 0.
    """

    locale = models.CharField(max_length=12)
    token = models.CharField(max_length=500)
    # Kept with the keys, because counting them takes longer the more pages there are.
    pages = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["locale", "token"], name="search_unique_lemma")
        ]

    def __str__(self) -> str:
        return self.token


class SearchKey(models.Model):
    """A lemma of a page; pages that share rare ones are related."""

    page_id = models.BigIntegerField()
    lemma = models.ForeignKey(
        SearchLemma, on_delete=models.CASCADE, related_name="keys", db_index=False
    )

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["lemma", "page_id"], name="search_unique_key")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["page_id"], name="search_key_by_page"),
        ]

    def __str__(self) -> str:
        return f"{self.lemma_id} of page {self.page_id}"
