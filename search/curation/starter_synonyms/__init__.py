"""A starter set of synonyms of public administration and of related terms, two files per language.

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
    for line in _sets(f"{locale}.txt"):
        yield _row(line, locale)
    for line in _sets(f"related_{locale}.txt"):
        yield _valid(locale, SynonymKind.RELATED, line)


def _sets(name: str) -> Iterator[str]:
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    for line in filter(None, map(str.strip, text.splitlines())):
        if not line.startswith(_COMMENT):
            yield line


@transaction.atomic
def load(locale: str) -> int:
    """Add the sets that share no word with a set that is there; return how many were added.

    Words are compared in any inflected form. Subjects have words in common, so a set of related
    terms is left out only if one that is there has half of its words.
    """
    there = [
        (kind == SynonymKind.RELATED, [phrase(word, locale) for word in phrases(words)])
        for kind, words in SearchSynonym.objects.filter(locale=locale).values_list("kind", "words")
    ]
    added = 0
    for row in starter_synonyms(locale):
        related = row.kind == SynonymKind.RELATED
        written = [words for others, words in there if others == related]
        if not _is_written(row, written, share=0.5 if related else 0.0):
            row.save()
            added += 1
    return added


def _row(line: str, locale: str) -> SearchSynonym:
    words, one_way, means = line.partition(_ONE_WAY)
    return _valid(locale, SynonymKind.ONE_WAY if one_way else SynonymKind.EQUAL, words, means)


def _valid(locale: str, kind: SynonymKind, words: str, means: str = "") -> SearchSynonym:
    row = SearchSynonym(locale=locale, kind=kind, words=_lines(words), means=_lines(means))
    row.full_clean()
    return row


def _lines(words: str) -> str:
    return "\n".join(word.strip() for word in words.split(","))


def _is_written(row: SearchSynonym, written: list[list[Phrase]], *, share: float) -> bool:
    """Whether one of the sets has a word of the row, and at least this share of its words."""
    words = [phrase(word, row.locale) for word in phrases(row.words)]
    return any(
        common and common >= share * len(words)
        for others in written
        if (common := sum(any(same(word, other) for other in others) for word in words))
    )
