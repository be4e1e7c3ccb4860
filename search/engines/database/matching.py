"""Finds the pages that match words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.db.models import Avg, Count
from wagtail.search.query import Or, PlainText

from search.models import SearchEntry
from search.models.written_sql import on_postgresql
from search.query.expansion import Concept
from search.query.phrases import Phrase, Word
from search.query.related_terms import RelatedTerm
from search.query.results import RELAXED_BELOW

from . import postgres
from .ranking import Collection

Pages = Mapping[Word, frozenset[int]]
# Words that more pages have are equally frequent: to count all of them would take the longer, the
# more pages there are.
MOST_COUNTED = 1_000


class Matching(NamedTuple):
    pages: frozenset[int]
    # Those that have enough of the words.
    complete: frozenset[int]

    @property
    def partial(self) -> bool:
        return bool(self.pages) and not self.complete


def look_up(locale: str, asked: Sequence[Concept]) -> tuple[Pages, Collection]:
    """Map each word, including words of synonyms, to the pages that have it in any form; and return
    what ranking knows of all pages."""
    words = list(
        dict.fromkeys(
            word
            for concept in asked
            for phrase in (concept.asked, *concept.synonyms)
            for word in phrase
        )
    )
    if not words:
        return {}, Collection(0, 0.0, {})
    if on_postgresql():
        found, size, average = postgres.look_up(locale, words)
        pages = dict(zip(words, found, strict=True))
    else:
        pages = {word: _pages_by_wagtail(locale, word) for word in words}
        entries = SearchEntry.objects.filter(locale=locale)
        size, average = entries.aggregate(size=Count("*"), average=Avg("length")).values()
    having = {word: len(pages[word]) for word in words}
    return pages, Collection(size, average or 0.0, having)


def pages_with(locale: str, word: Word) -> frozenset[int]:
    return look_up(locale, [Concept((word,))])[0][word]


def count_pages(locale: str, words: Sequence[Word]) -> dict[Word, int]:
    """Return how many pages have each word in any form, up to `MOST_COUNTED`."""
    different = list(dict.fromkeys(words))
    if not different:
        return {}
    if on_postgresql():
        return dict(zip(different, postgres.count(locale, different, MOST_COUNTED), strict=True))
    return {word: min(len(_pages_by_wagtail(locale, word)), MOST_COUNTED) for word in different}


def _pages_by_wagtail(locale: str, word: Word) -> frozenset[int]:
    entries: Any = SearchEntry.objects.filter(locale=locale)
    found = entries.search(Or([PlainText(token) for token in word]), order_by_relevance=False)
    return frozenset(found.get_queryset().order_by().values_list("pk", flat=True))


def pages_with_concept(pages: Pages, concept: Concept) -> frozenset[int]:
    return frozenset[int]().union(
        *(_pages_with_phrase(pages, phrase) for phrase in (concept.asked, *concept.synonyms))
    )


def with_related(
    found: Sequence[frozenset[int]], pages: Pages, related: Sequence[RelatedTerm]
) -> list[frozenset[int]]:
    """Return the pages with each concept or with a term that is related to it."""
    wider = list(found)
    for term in related:
        having = _pages_with_phrase(pages, term.phrase)
        for at in term.concepts:
            wider[at] |= having
    return wider


def pages_with_most(found: Sequence[frozenset[int]], least: int, least_if_few: int) -> Matching:
    """Return the pages in at least `least` of the sets and, if they are few, those in at least
    `least_if_few`: a page that lacks a word may still be the one that is meant."""
    counts = _counts(found)
    complete = _at_least(counts, least)
    if len(complete) >= RELAXED_BELOW:
        return Matching(complete, complete)
    return Matching(_at_least(counts, least_if_few), complete)


def pages_in(found: Sequence[frozenset[int]], least: int) -> frozenset[int]:
    """Return the pages in at least so many of the sets."""
    return _at_least(_counts(found), least)


def _counts(found: Sequence[frozenset[int]]) -> Counter[int]:
    return Counter(page for pages in found for page in pages)


def _at_least(counts: Counter[int], least: int) -> frozenset[int]:
    return frozenset(page for page, count in counts.items() if count >= least)


def _pages_with_phrase(pages: Pages, phrase: Phrase) -> frozenset[int]:
    return frozenset.intersection(*(pages[word] for word in phrase))
