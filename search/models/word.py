from typing import ClassVar

from django.db import models


class SearchWord(models.Model):
    """A word of a public page, as a candidate for corrections.

    Words of withdrawn pages are not deleted, so a correction must be checked for results.
    """

    locale = models.CharField(max_length=12)
    word = models.CharField(max_length=60)
    # The first letter without diacritics, which is rarely misspelt.
    initial = models.CharField(max_length=4)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["locale", "word"], name="search_unique_word")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["locale", "initial"], name="search_word_by_initial")
        ]

    def __str__(self) -> str:
        return self.word
