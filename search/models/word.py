from typing import ClassVar

from django.db import models


class SearchWord(models.Model):
    """A word that stands, or stood, in a public page: what a misspelt one may have meant.

    Words of withdrawn pages linger; whoever offers one makes sure first that it finds something.
    """

    locale = models.CharField(max_length=12)
    word = models.CharField(max_length=60)
    # The first letter without its diacritics: few people misspell that one.
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
