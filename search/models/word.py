"""The vocabulary of the public pages, for corrections."""

from typing import ClassVar

from django.db import models


class SearchWord(models.Model):
    """A word of a public page, as a candidate for corrections.

    Words of withdrawn pages are not deleted, so a correction must be checked for results.
    """

    locale = models.CharField(max_length=12)
    word = models.CharField(max_length=60)
    # Its first letters without diacritics, see `search.text.deletions`.
    prefix = models.CharField(max_length=16)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["locale", "word"], name="search_unique_word")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["locale", "prefix"], name="search_word_by_prefix")
        ]

    def __str__(self) -> str:
        return self.word


class SearchPrefixRest(models.Model):
    """What is left of the prefix of a word after a few letters are deleted.

    All words with the prefix share its rows, and no row changes once it is written.
    """

    pk = models.CompositePrimaryKey("locale", "rest", "prefix")
    locale = models.CharField(max_length=12)
    rest = models.CharField(max_length=16)
    prefix = models.CharField(max_length=16)

    def __str__(self) -> str:
        return f"{self.rest} of {self.prefix}"
