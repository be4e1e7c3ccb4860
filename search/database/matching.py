"""Which pages have which words: what the database is asked, through Wagtail's own backend."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.db.models import BigIntegerField, Q
from django.db.models.functions import Cast
from wagtail.search.models import IndexEntry
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
    return {word: pages_with(locale, word) for word in words}


def pages_with(locale: str, word: Word) -> frozenset[int]:
    entries: Any = SearchEntry.objects.filter(locale=locale)
    if connection.vendor == "postgresql":
        found = entries.filter(pk__in=_indexed_with(word)).order_by()
    else:
        query = Or([PlainText(token) for token in word])
        found = entries.search(query, order_by_relevance=False).get_queryset()
    return frozenset(found.values_list("pk", flat=True))


def _indexed_with(word: Word) -> Any:
    """Ids by Wagtail's index, asked in a way that PostgreSQL has an index for.

    Wagtail's own backend asks for `title || body`, which is made anew of every row for each word.
    """
    # Tokens are letters and digits: nothing in them means anything to PostgreSQL.
    query = SearchQuery(" | ".join(word), search_type="raw", config="simple")
    kind = ContentType.objects.get_for_model(SearchEntry)
    rows = IndexEntry.objects.filter(Q(title=query) | Q(body=query), content_type=kind)
    return rows.values(pk_of=Cast("object_id", BigIntegerField()))


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
