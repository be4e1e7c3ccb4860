"""Finds the pages that match words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from wagtail.search.query import Or, PlainText

from search.models import SearchEntry
from search.query.expansion import Concept, Phrase, Word

from . import postgres

Pages = Mapping[Word, frozenset[int]]


def pages_with_words(locale: str, asked: Sequence[Concept]) -> Pages:
    """Map each word, including words of synonyms, to the pages that have it in any form."""
    words = {
        word
        for concept in asked
        for phrase in (concept.asked, *concept.synonyms)
        for word in phrase
    }
    if not postgres.is_used():
        return {word: _pages_by_wagtail(locale, word) for word in words}
    ordered = list(words)
    return dict(zip(ordered, postgres.pages_with_words(locale, ordered), strict=True))


def pages_with(locale: str, word: Word) -> frozenset[int]:
    return pages_with_words(locale, [Concept((word,))])[word]


def _pages_by_wagtail(locale: str, word: Word) -> frozenset[int]:
    entries: Any = SearchEntry.objects.filter(locale=locale)
    found = entries.search(Or([PlainText(token) for token in word]), order_by_relevance=False)
    return frozenset(found.get_queryset().order_by().values_list("pk", flat=True))


def pages_with_concept(pages: Pages, concept: Concept) -> frozenset[int]:
    return frozenset[int]().union(
        *(_pages_with_phrase(pages, phrase) for phrase in (concept.asked, *concept.synonyms))
    )


def pages_with_most(found: Sequence[frozenset[int]], least: int) -> tuple[frozenset[int], bool]:
    """Return the pages in at least `least` of the sets and False or, if there are none, those in
    the most sets and True.

    There are no results only if every page lacks more than half of the query.
    """
    counts = Counter(page for pages in found for page in pages)
    reached = min(least, max(counts.values(), default=0))
    if 2 * reached < least:
        return frozenset(), False
    return frozenset(page for page, count in counts.items() if count >= reached), reached < least


def _pages_with_phrase(pages: Pages, phrase: Phrase) -> frozenset[int]:
    return frozenset.intersection(*(pages[word] for word in phrase))
