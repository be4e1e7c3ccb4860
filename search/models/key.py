from typing import ClassVar

from django.db import models


class SearchKey(models.Model):
    """A lemma of a page's title, terms or summary; pages that share rare ones are related.

    It has its own table, because full-text search cannot count the pages of thirty words in one
    query.
    """

    page_id = models.BigIntegerField()
    locale = models.CharField(max_length=12)
    token = models.CharField(max_length=500)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["locale", "token", "page_id"], name="search_key_by_token"),
            models.Index(fields=["page_id"], name="search_key_by_page"),
        ]

    def __str__(self) -> str:
        return f"{self.token} of page {self.page_id}"
