"""A starter set of synonyms of public administration and of related terms, two files per language.

Loaded into the editors' own table, where they see, change and delete them. What editors wrote has
priority: a set that shares a word with one of theirs is not loaded.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files

from django.db import transaction

from search.models import SearchSynonym, SynonymKind
from search.models.phrases import phrases
from search.query.phrases import Phrase, first_meanings, first_meant, phrase, same

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
    rows = SearchSynonym.objects.filter(locale=locale).values_list("kind", "words")
    synonyms, subjects = _Written(), _Written()
    for kind, words in rows:
        (subjects if kind == SynonymKind.RELATED else synonyms).add(words, locale)
    added = 0
    for row in starter_synonyms(locale):
        related = row.kind == SynonymKind.RELATED
        asked = [phrase(word, locale) for word in phrases(row.words)]
        common = (subjects if related else synonyms).most_in_common(asked)
        if not common or (related and common < len(asked) / 2):
            row.save()
            added += 1
    return added


class _Written:
    """The sets that are there, by the meanings that their words start with."""

    def __init__(self) -> None:
        self._sets = 0
        self._by_meaning: dict[str, list[tuple[int, Phrase]]] = defaultdict(list)

    def add(self, words: str, locale: str) -> None:
        self._sets += 1
        for word in phrases(words):
            asked = phrase(word, locale)
            for meaning in first_meant(asked):
                self._by_meaning[meaning].append((self._sets, asked))

    def most_in_common(self, words: Iterable[Phrase]) -> int:
        """Return how many of the words one of the sets has."""
        common = Counter(number for word in words for number in self._having(word))
        return max(common.values(), default=0)

    def _having(self, word: Phrase) -> set[int]:
        return {
            number
            for meaning in first_meanings(word)
            for number, other in self._by_meaning.get(meaning, ())
            if same(word, other)
        }


def _row(line: str, locale: str) -> SearchSynonym:
    words, one_way, means = line.partition(_ONE_WAY)
    return _valid(locale, SynonymKind.ONE_WAY if one_way else SynonymKind.EQUAL, words, means)


def _valid(locale: str, kind: SynonymKind, words: str, means: str = "") -> SearchSynonym:
    row = SearchSynonym(locale=locale, kind=kind, words=_lines(words), means=_lines(means))
    row.full_clean()
    return row


def _lines(words: str) -> str:
    return "\n".join(word.strip() for word in words.split(","))
