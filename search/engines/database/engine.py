"""The database as a search engine: tokens stored and matched through Wagtail's own backend.

The database finds the pages that have a word. Their order is computed here with the boosts,
so that it is the same on SQLite and PostgreSQL and near to what a cluster gives.
"""

from collections.abc import Iterable, Iterator, Sequence

from django.db.models import Avg, Count

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
from .matching import Matching, Pages, pages_with_concept, pages_with_most, pages_with_words
from .ranking import Collection, Page, Ranking
from .suggestions import suggest

# Pages beyond these are ordered by the number of matching words only.
MAX_RANKED = 120
# The number of pages with the same words that are preselected by their titles.
MAX_PRESELECTED = 2_000


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
    pages = pages_with_words(query.locale, asked)
    matching = _matching(query, asked, pages, boosts)
    having = facets.having(query.chosen, query.locale)
    shown = facets.narrowed(matching.pages, having)
    order = _ordered(query, asked, pages, shown, boosts) if asked else _newest(shown)
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
    query: SearchQuery,
    asked: Sequence[Concept],
    pages: Pages,
    shown: frozenset[int],
    boosts: Boosts,
) -> list[int]:
    promoted = [page for page in dict.fromkeys(query.promoted) if page in shown]
    collection = collection_of(query.locale, pages)
    ranking = Ranking(asked, collection, boosts, query.now)
    fullest = _fullest_first(asked, pages, shown, collection)
    best = _preselected(fullest, asked)
    scored = [(ranking.score(page), page.date, pk) for pk, page in ranked_pages(best, boosts.texts)]
    ranked = [pk for _, _, pk in sorted(scored, reverse=True)]
    return list(dict.fromkeys([*promoted, *ranked, *(page for page, _ in fullest)]))


def collection_of(locale: str, pages: Pages) -> Collection:
    entries = SearchEntry.objects.filter(locale=locale)
    size, average = entries.aggregate(size=Count("*"), average=Avg("length")).values()
    return Collection(size, average or 0.0, {word: len(pages[word]) for word in pages})


def ranked_pages(ids: Iterable[int], names: Iterable[str]) -> Iterator[tuple[int, Page]]:
    """Yield pages with what ranking reads of them; `names` are those of the texts."""
    texts = tuple(names)
    rows = SearchEntry.objects.filter(Among("pk", ids)).values_list(
        "pk", "length", "type", "date", *texts
    )
    ageing = set(ageing_types())
    for pk, length, kind, date, *stored in rows:
        yield pk, Page(dict(zip(texts, stored, strict=True)), length, kind in ageing, date)


def _fullest_first(
    asked: Sequence[Concept], pages: Pages, shown: Iterable[int], collection: Collection
) -> list[tuple[int, float]]:
    """Return pages with the share of the query that they match, weighted by rarity."""
    parts = dict.fromkeys(shown, 0.0)
    for concept in asked:
        weight = sum(collection.rarity(word) for word in concept.asked)
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
    wanted, locale = query.highlighted, query.locale
    entries = SearchEntry.objects.only("sequence", "text").in_bulk(found)
    hits = []
    for pk in found:
        if pk not in entries:
            continue  # It was withdrawn between ranking and reading.
        title, _, text = entries[pk].text.partition("\n")
        hits.append(
            Hit(
                pk,
                entries[pk].sequence,
                highlight(title, wanted, locale),
                excerpt(text, wanted, locale) if query.excerpts else "",
            )
        )
    return _with_files(hits, wanted, locale) if query.excerpts else hits


def _with_files(hits: list[Hit], wanted: Wanted, locale: str) -> list[Hit]:
    """Show the place in a file where the text of the page has none."""
    unmarked = [hit.page_id for hit in hits if wanted and not in_excerpt(hit, wanted, locale)]
    rows = SearchEntry.objects.filter(pk__in=unmarked).exclude(file_texts="")
    texts = dict(rows.values_list("pk", "file_texts")) if unmarked else {}
    return [shown_in_file(hit, texts.get(hit.page_id, ""), wanted, locale) for hit in hits]
