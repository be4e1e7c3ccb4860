"""The words of the public pages, with the rests by which a misspelt word finds them.

A word is written once: pages that bring no new words write nothing here.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence

from search.models import SearchPrefixRest, SearchWord
from search.models.written_sql import Statement, placeholders
from search.text.deletions import prefix, rests
from search.text.dictionaries.folding import fold
from search.text.document_texts import Texts
from search.text.words import words

from .among import chunks
from .statements import run

# Shorter words have too many neighbours to be corrected to.
SHORTEST_WORD = 4
_LETTERS = re.compile(r"[^\W\d_]+")


def words_of(locale: str, texts: Texts) -> set[str]:
    """Return the words of a page, English ones without their possessive ending."""
    everything = f"{texts.title} {texts.terms} {texts.summary} {texts.body}"
    found = {word.removesuffix("'s") for word in words(everything, locale)}
    return {word for word in found if len(word) >= SHORTEST_WORD and _LETTERS.fullmatch(word)}


def learn(locale: str, found: Collection[str]) -> None:
    """Add the words that are new."""
    known = SearchWord.objects.filter(locale=locale)
    new = _missing(found, lambda some: known.filter(word__in=some).values_list("word", flat=True))
    if not new:
        return
    prefixes = {word: prefix(fold(word)) for word in new}
    starts = _missing(
        set(prefixes.values()),
        lambda some: known.filter(prefix__in=some).values_list("prefix", flat=True).distinct(),
    )
    SearchPrefixRest.objects.bulk_create(
        (
            SearchPrefixRest(locale=locale, rest=rest, prefix=start)
            for start in starts
            for rest in sorted(rests(start))
        ),
        ignore_conflicts=True,
    )
    SearchWord.objects.bulk_create(
        (SearchWord(locale=locale, word=word, prefix=prefixes[word]) for word in new),
        ignore_conflicts=True,
    )


def _missing(wanted: Collection[str], known: Callable[[Sequence[str]], Iterable[str]]) -> list[str]:
    ordered = sorted(wanted)
    return sorted(set(ordered).difference(*map(known, chunks(ordered))))


def known_words(locale: str, words: Collection[str]) -> set[str]:
    """Return those of the words that a page has, or had."""
    asked = sorted(words)
    (rows,) = run(
        Statement(
            "SELECT word FROM search_searchword"  # noqa: S608
            f" WHERE locale = %s AND word IN ({placeholders(asked)})",
            [locale, *asked],
        )
    )
    return {word for (word,) in rows}


def neighbours(locale: str, plain: str, slips: int) -> list[str]:
    """Return words of about the length of a folded word whose first letters are within so many
    slips of its own."""
    left = sorted(rests(prefix(plain), slips))
    (rows,) = run(
        Statement(
            "SELECT word FROM search_searchword"  # noqa: S608
            " WHERE locale = %s AND length(word) BETWEEN %s AND %s AND prefix IN"
            " (SELECT prefix FROM search_searchprefixrest"
            f" WHERE locale = %s AND rest IN ({placeholders(left)}))",
            [locale, len(plain) - slips, len(plain) + slips, locale, *left],
        )
    )
    return [word for (word,) in rows]
