"""The database as a search engine: tokens stored and matched through Wagtail's own backend.

The database finds the pages that have a word. Their order is computed here with the boosts,
so that it is the same on SQLite and PostgreSQL and near to what a cluster gives.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from govlab.delivery.models.head import LogState
from search.engines.settled_memory import SettledMemory
from search.models.written_sql import Statement, among, numbers_of, read_numbers
from search.query.boosts import DEFAULT, Boosts
from search.query.expansion import Concept
from search.query.facets import ageing_types
from search.query.results import SearchResults
from search.query.search_query import SearchQuery

from . import facets
from .consumer import is_settled
from .finding import find
from .matching import Pages, pages_with_concept
from .ranking import Page, Ranking
from .statements import Row, run, seconds
from .suggestions import suggest

# Pages beyond these are ordered by the number of matching words only.
MAX_RANKED = 120
# The number of pages with the same words that are preselected by their titles.
MAX_PRESELECTED = 2_000
_settled: SettledMemory[bool] = SettledMemory(bool)


class Ordering(NamedTuple):
    """A statement, and how its rows order the pages."""

    statement: Statement
    order: Callable[[list[Row]], list[int]]


class DatabaseEngine:
    name = "database"
    together = False

    def __init__(self, state: LogState | None = None) -> None:
        self.state = state

    def search(self, query: SearchQuery) -> SearchResults:
        return search(query)

    def search_all(
        self, queries: Sequence[SearchQuery], *, at_once: bool = False
    ) -> Iterator[SearchResults]:
        return map(search, queries)

    def suggest(self, text: str, locale: str, size: int) -> list[int]:
        return suggest(text, locale, size)

    def is_settled(self) -> bool:
        return _settled.get(self.state, is_settled)


def search(query: SearchQuery, boosts: Boosts = DEFAULT) -> SearchResults:
    """Return the results. A query without words matches everything, the newest first."""
    asked = query.concepts
    looked, matching = find(query, boosts)
    if not matching.pages:
        return SearchResults((), 0, facets.counts(()) if query.facets else {})
    having = facets.having(query.chosen, query.locale)
    shown = facets.narrowed(matching.pages, having)
    ranking = looked.ranking(query, boosts)
    ordering = _best_first(query, looked.pages, shown, ranking) if asked else _newest_first(shown)
    counting = facets.counting(matching.pages, having) if query.facets else ()
    rows, *counted = run(ordering.statement, *counting)
    order = ordering.order(rows)
    start = (query.page - 1) * query.size
    return SearchResults(
        pages=tuple(order[start : start + query.size]),
        total=len(shown),
        facets=facets.counts(chain(*counted)) if query.facets else {},
        partial=matching.partial,
        lacking=len(shown - matching.complete),
    )


def _best_first(
    query: SearchQuery, pages: Pages, shown: frozenset[int], ranking: Ranking
) -> Ordering:
    promoted = [page for page in dict.fromkeys(query.promoted) if page in shown]
    fullest = _fullest_first(ranking.asked, pages, shown, ranking)

    def order(rows: list[Row]) -> list[int]:
        scored = [(ranking.score(page), page.date, pk) for pk, page in _read(rows)]
        ranked = [pk for _, _, pk in sorted(scored, reverse=True)]
        return list(dict.fromkeys([*promoted, *ranked, *(page for page, _ in fullest)]))

    return Ordering(_ranked(_preselected(fullest, ranking.wanted), ranking), order)


def _newest_first(shown: Iterable[int]) -> Ordering:
    of_pages, parameters = among("page_id", shown)
    return Ordering(
        Statement(
            f"SELECT page_id FROM search_searchentry WHERE {of_pages}"  # noqa: S608
            " ORDER BY date DESC, page_id DESC",
            parameters,
        ),
        lambda rows: [page for (page,) in rows],
    )


def ranked_pages(ids: Collection[int], ranking: Ranking) -> Iterator[tuple[int, Page]]:
    """Yield pages with what ranking reads of them."""
    (rows,) = run(_ranked(ids, ranking))
    return _read(rows)


def _ranked(ids: Collection[int], ranking: Ranking) -> Statement:
    places, tokens = numbers_of("places", ranking.wanted)
    of_pages, parameters = among("page_id", ids)
    return Statement(
        f"SELECT page_id, length, type, {seconds('date')}, {places} FROM search_searchentry"  # noqa: S608
        f" WHERE {of_pages}",
        [*tokens, *parameters],
    )


def _read(rows: Iterable[Row]) -> Iterator[tuple[int, Page]]:
    ageing = set(ageing_types())
    for pk, length, kind, date, stored in rows:
        yield pk, Page(read_numbers(stored), length, kind in ageing, date)


def _fullest_first(
    asked: Sequence[Concept], pages: Pages, shown: Iterable[int], ranking: Ranking
) -> list[tuple[int, float]]:
    """Return pages with the share of the query that they match, weighted by rarity."""
    parts = dict.fromkeys(shown, 0.0)
    for concept in asked:
        weight = sum(ranking.rarity[word] for word in concept.asked)
        for page in pages_with_concept(pages, concept):
            if page in parts:
                parts[page] += weight
    return sorted(parts.items(), key=lambda item: (-item[1], -item[0]))


def _preselected(fullest: list[tuple[int, float]], wanted: Iterable[str]) -> list[int]:
    if len(fullest) <= MAX_RANKED:
        return [page for page, _ in fullest]
    limit = fullest[MAX_RANKED - 1][1]
    certain = [page for page, part in fullest if part > limit]
    equal = [page for page, part in fullest if part == limit][:MAX_PRESELECTED]
    titled = frozenset(wanted)
    of_pages, parameters = among("page_id", equal)
    newest = Statement(
        f"SELECT page_id, title FROM search_searchentry WHERE {of_pages}"  # noqa: S608
        " ORDER BY date DESC, page_id DESC",
        parameters,
    )
    (rows,) = run(newest)
    rows.sort(key=lambda row: len(titled.intersection(row[1].split())), reverse=True)
    return [*certain, *(pk for pk, _ in rows)][:MAX_RANKED]
