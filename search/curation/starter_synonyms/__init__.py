"""A starter set of synonyms of public administration, one file per language.

Loaded into the editors' own table, where they see, change and delete them. What editors wrote has
priority: a set that shares a word with one of theirs is not loaded.
"""

from collections.abc import Iterator
from importlib.resources import files

from django.db import transaction

from search.models import SearchSynonym, SynonymKind
from search.models.phrases import phrases
from search.query.expansion import Phrase, phrase, same

LOCALES = ("lv", "en")
_ONE_WAY = ">"
_COMMENT = "#"


def starter_synonyms(locale: str) -> Iterator[SearchSynonym]:
    """Yield the sets of a language, validated but not saved."""
    text = files(__name__).joinpath(f"{locale}.txt").read_text(encoding="utf-8")
    for line in filter(None, map(str.strip, text.splitlines())):
        if not line.startswith(_COMMENT):
            yield _row(line, locale)


@transaction.atomic
def load(locale: str) -> int:
    """Add the sets that share no word with a set that is there; return how many were added.

    Words are compared in any inflected form.
    """
    written = [
        phrase(word, locale)
        for words in SearchSynonym.objects.filter(locale=locale).values_list("words", flat=True)
        for word in phrases(words)
    ]
    added = 0
    for row in starter_synonyms(locale):
        if not _is_written(row, written):
            row.save()
            added += 1
    return added


def _row(line: str, locale: str) -> SearchSynonym:
    words, one_way, means = line.partition(_ONE_WAY)
    row = SearchSynonym(
        locale=locale,
        kind=SynonymKind.ONE_WAY if one_way else SynonymKind.EQUAL,
        words=_lines(words),
        means=_lines(means),
    )
    row.full_clean()
    return row


def _lines(words: str) -> str:
    return "\n".join(word.strip() for word in words.split(","))


def _is_written(row: SearchSynonym, written: list[Phrase]) -> bool:
    words = [phrase(word, row.locale) for word in phrases(row.words)]
    return any(same(word, other) for word in words for other in written)
