"""Which pages have which words: what the database is asked, through Wagtail's own backend."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction
from wagtail.search.query import Or, PlainText

from ..expansion import Concept, Phrase, Word
from ..models import SearchEntry

Pages = Mapping[Word, frozenset[int]]


def pages_with_words(locale: str, asked: Sequence[Concept]) -> Pages:
    """For each word, its synonyms' words too, the pages that have it in any form."""
    words = {
        word
        for concept in asked
        for phrase in (concept.asked, *concept.synonyms)
        for word in phrase
    }
    with by_index():
        return {word: pages_with(locale, word) for word in words}


def pages_with(locale: str, word: Word) -> frozenset[int]:
    entries: Any = SearchEntry.objects.filter(locale=locale)
    found = entries.search(Or([PlainText(token) for token in word]), order_by_relevance=False)
    return frozenset(found.get_queryset().order_by().values_list("pk", flat=True))


@contextmanager
def by_index() -> Iterator[None]:
    """PostgreSQL is kept from reading every page's words for a word that many pages have.

    It takes them to lie in the row, where reading them costs nothing; they lie elsewhere, and an
    answer takes a quarter of a second at 10,000 pages instead of some milliseconds.
    """
    if connection.vendor != "postgresql":
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")
        yield
        cursor.execute("RESET enable_seqscan; RESET enable_indexscan")


def pages_with_concept(pages: Pages, concept: Concept) -> frozenset[int]:
    return frozenset[int]().union(
        *(_pages_with_phrase(pages, phrase) for phrase in (concept.asked, *concept.synonyms))
    )


def pages_with_most(found: Sequence[frozenset[int]], least: int) -> tuple[frozenset[int], bool]:
    """The pages in so many of the sets; where there is none, those in most, and whether it is so.

    Nothing is found only where each page lacks more than half of what was asked for.
    """
    counts = Counter(page for pages in found for page in pages)
    reached = min(least, max(counts.values(), default=0))
    if 2 * reached < least:
        return frozenset(), False
    return frozenset(page for page, count in counts.items() if count >= reached), reached < least


def _pages_with_phrase(pages: Pages, phrase: Phrase) -> frozenset[int]:
    return frozenset.intersection(*(pages[word] for word in phrase))
