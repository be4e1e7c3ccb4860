"""The database as a search engine: tokens stored and matched through Wagtail's own backend.

The database finds the pages that have a word. Their order is computed here with the boosts,
so that it is the same on SQLite and PostgreSQL and near to what a cluster gives.
"""

from collections.abc import Collection, Container, Iterable, Iterator, Sequence

from django.db.models import BooleanField, ExpressionWrapper, Q

from search.engines.file_places import in_excerpt, shown_in_file
from search.models import SearchEntry
from search.query.boosts import DEFAULT, Boosts
from search.query.expansion import Concept, tokens
from search.query.facets import ageing_types
from search.query.results import Hit, SearchResults
from search.query.search_query import SearchQuery
from search.text.highlights import Wanted, excerpt, highlight

from . import facets
from .among import Among
from .consumer import is_settled
from .exactness import pages_allowed
from .matching import (
    Matching,
    Pages,
    look_up,
    pages_with_concept,
    pages_with_most,
    pages_with_words,
)
from .ranking import Page, Ranking
from .stored_places import StoredPlaces, read
from .suggestions import suggest

# Pages beyond these are ordered by the number of matching words only.
MAX_RANKED = 120
# The number of pages with the same words that are preselected by their titles.
MAX_PRESELECTED = 2_000
# Not `>`, which unpacks the texts.
_HAS_FILES = ExpressionWrapper(~Q(file_texts=""), BooleanField())


class DatabaseEngine:
    name = "database"
    together = False

    def search(self, query: SearchQuery) -> SearchResults:
        return search(query)

    def search_all(
        self, queries: Sequence[SearchQuery], *, at_once: bool = False
    ) -> Iterator[SearchResults]:
        return map(search, queries)

    def suggest(self, text: str, locale: str, size: int) -> list[int]:
        return suggest(text, locale, size)

    def is_settled(self) -> bool:
        return is_settled()


def search(query: SearchQuery, boosts: Boosts = DEFAULT) -> SearchResults:
    """Return the results. A query without words matches everything, the newest first."""
    asked = query.concepts
    pages, collection = look_up(query.locale, asked)
    matching = _matching(query, asked, pages, boosts)
    having = facets.having(query.chosen, query.locale)
    shown = facets.narrowed(matching.pages, having)
    ranking = Ranking(asked, collection, boosts, query.now)
    order = _ordered(query, pages, shown, ranking) if asked else _newest(shown)
    start = (query.page - 1) * query.size
    return SearchResults(
        hits=tuple(_hits(order[start : start + query.size], query)),
        total=len(shown),
        facets=facets.counts(matching.pages, having) if query.facets else {},
        partial=matching.partial,
        lacking=len(shown - matching.complete),
    )


def matching_pages(query: SearchQuery, boosts: Boosts = DEFAULT) -> Matching:
    asked = query.concepts
    return _matching(query, asked, pages_with_words(query.locale, asked), boosts)


def _matching(
    query: SearchQuery, asked: Sequence[Concept], pages: Pages, boosts: Boosts
) -> Matching:
    entries = SearchEntry.objects.filter(locale=query.locale)
    if not asked:
        everything = frozenset(entries.values_list("pk", flat=True))
        return Matching(everything, everything)
    found = [pages_with_concept(pages, concept) for concept in asked]
    if not query.syntax.is_plain:
        allowed = pages_allowed(query, frozenset[int]().union(*found))
        found = [pages & allowed for pages in found]
    words = len(asked)
    matching = pages_with_most(found, boosts.least(words), boosts.least_if_few(words))
    if query.promoted:
        chosen = set(entries.filter(pk__in=query.promoted).values_list("pk", flat=True))
        matching = matching._replace(pages=matching.pages | chosen)
    return matching


def _ordered(
    query: SearchQuery, pages: Pages, shown: frozenset[int], ranking: Ranking
) -> list[int]:
    promoted = [page for page in dict.fromkeys(query.promoted) if page in shown]
    asked = ranking.asked
    fullest = _fullest_first(asked, pages, shown, ranking)
    best = _preselected(fullest, asked)
    scored = [(ranking.score(page), page.date, pk) for pk, page in ranked_pages(best, ranking)]
    ranked = [pk for _, _, pk in sorted(scored, reverse=True)]
    return list(dict.fromkeys([*promoted, *ranked, *(page for page, _ in fullest)]))


def ranked_pages(ids: Collection[int], ranking: Ranking) -> Iterator[tuple[int, Page]]:
    """Yield pages with what ranking reads of them."""
    if not ids:
        return
    rows = SearchEntry.objects.filter(Among("pk", ids)).values_list(
        "pk", "length", "type", "date", StoredPlaces(ranking.wanted)
    )
    ageing = set(ageing_types())
    for pk, length, kind, date, stored in rows:
        yield pk, Page(read(stored), length, kind in ageing, date)


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


def _preselected(fullest: list[tuple[int, float]], asked: Sequence[Concept]) -> list[int]:
    if len(fullest) <= MAX_RANKED:
        return [page for page, _ in fullest]
    limit = fullest[MAX_RANKED - 1][1]
    certain = [page for page, part in fullest if part > limit]
    equal = [page for page, part in fullest if part == limit][:MAX_PRESELECTED]
    wanted = tokens(asked)
    titles = SearchEntry.objects.filter(Among("pk", equal)).values_list("date", "pk", "title")
    in_titles = [(len(wanted.intersection(title.split())), date, pk) for date, pk, title in titles]
    in_titles.sort(reverse=True)
    return [*certain, *(pk for _, _, pk in in_titles)][:MAX_RANKED]


def _newest(shown: Iterable[int]) -> list[int]:
    return list(
        SearchEntry.objects.filter(Among("pk", shown))
        .order_by("-date", "-pk")
        .values_list("pk", flat=True)
    )


def _hits(found: Sequence[int], query: SearchQuery) -> list[Hit]:
    if not found:
        return []
    wanted, locale = query.highlighted, query.locale
    rows = SearchEntry.objects.filter(Among("pk", found)).values_list(
        "pk", "sequence", "text", _HAS_FILES
    )
    entries = {pk: row for pk, *row in rows}
    hits, with_files = [], set()
    for pk in found:
        if pk not in entries:
            continue  # It was withdrawn between ranking and reading.
        sequence, stored, has_files = entries[pk]
        title, _, text = stored.partition("\n")
        shown = excerpt(text, wanted, locale) if query.excerpts else ""
        hits.append(Hit(pk, sequence, highlight(title, wanted, locale), shown))
        if has_files:
            with_files.add(pk)
    return _with_files(hits, with_files, wanted, locale) if query.excerpts else hits


def _with_files(
    hits: list[Hit], with_files: Container[int], wanted: Wanted, locale: str
) -> list[Hit]:
    """Show the place in a file where the text of the page has none."""
    unmarked = [
        hit.page_id
        for hit in hits
        if hit.page_id in with_files and wanted and not in_excerpt(hit, wanted, locale)
    ]
    if not unmarked:
        return hits
    texts = dict(SearchEntry.objects.filter(pk__in=unmarked).values_list("pk", "file_texts"))
    return [shown_in_file(hit, texts.get(hit.page_id, ""), wanted, locale) for hit in hits]
