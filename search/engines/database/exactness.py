"""The pages that quotes and exclusions allow. The database finds pages with the words, and their
stored tokens show whether these are side by side."""

from collections.abc import Iterator

from search.models import SearchEntry
from search.query.boosts import DEFAULT
from search.query.search_query import SearchQuery
from search.text.adjacency import Phrase, groups, occurrences

from .among import Among
from .matching import pages_with


def pages_allowed(query: SearchQuery, pages: frozenset[int]) -> frozenset[int]:
    """Return those of the pages that have all that is in quotes and nothing that is left out."""
    for phrase in query.required:
        pages = _having(phrase, pages, query.locale)
    for phrase in query.excluded:
        pages -= _having(phrase, pages, query.locale)
    return pages


def _having(phrase: Phrase, pages: frozenset[int], locale: str) -> frozenset[int]:
    candidates = pages & frozenset[int]().union(*_with_all_words(phrase, locale))
    if all(len(run.words) == 1 for run in phrase):
        return candidates
    texts = SearchEntry.objects.filter(Among("pk", candidates)).values_list("pk", *DEFAULT.texts)
    return frozenset(
        pk
        for pk, *stored in texts.iterator()
        if any(any(occurrences(phrase, groups(text))) for text in stored)
    )


def _with_all_words(phrase: Phrase, locale: str) -> Iterator[frozenset[int]]:
    for run in phrase:
        found = [pages_with(locale, tuple(sorted(tokens))) for tokens in run.words]
        yield frozenset.intersection(*found)
