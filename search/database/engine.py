"""The database as a search engine: tokens stored and matched through Wagtail's own backend.

Which pages have a word is the database's to say; their order is ours, by the weights of
`search.boosts`, so that it is the same on SQLite and PostgreSQL and near to what a cluster gives.
"""

from collections.abc import Iterable, Sequence

from django.db.models import Avg, Count

from ..answers import Answer, Hit
from ..boosts import DEFAULT, Boosts
from ..expansion import Concept, concepts, tokens
from ..highlights import excerpt, marked
from ..models import SearchEntry
from ..question import Question
from . import counting
from .among import Among
from .matching import Pages, pages_with_concept, pages_with_most, pages_with_words
from .ranking import Collection, Page, Ranking

# Pages beyond these follow by how many of the words they have: nobody turns so many leaves.
MOST_RANKED = 120
# Of pages with as many of the words, so many are compared by their titles before.
MOST_PRESELECTED = 2_000


def search(question: Question, boosts: Boosts = DEFAULT) -> Answer:
    """A question without a word finds everything, the newest first."""
    asked = concepts(question.text, question.locale, question.synonyms)
    pages = pages_with_words(question.locale, asked)
    matching, partial = _matching(question, asked, pages, boosts)
    facets = counting.holding(question.chosen, question.locale)
    shown = counting.narrowed(matching, facets)
    order = _ordered(question, asked, pages, shown, boosts) if asked else _newest(shown)
    start = (question.page - 1) * question.size
    return Answer(
        hits=tuple(_hits(order[start : start + question.size], asked, question.locale)),
        total=len(shown),
        facets=counting.counts(matching, facets),
        partial=partial,
    )


def _matching(
    question: Question, asked: Sequence[Concept], pages: Pages, boosts: Boosts
) -> tuple[frozenset[int], bool]:
    entries = SearchEntry.objects.filter(locale=question.locale)
    if not asked:
        return frozenset(entries.values_list("pk", flat=True)), False
    found = [pages_with_concept(pages, concept) for concept in asked]
    matching, partial = pages_with_most(found, boosts.least(len(asked)))
    if question.promoted:
        matching |= set(entries.filter(pk__in=question.promoted).values_list("pk", flat=True))
    return matching, partial


def _ordered(
    question: Question,
    asked: Sequence[Concept],
    pages: Pages,
    shown: frozenset[int],
    boosts: Boosts,
) -> list[int]:
    promoted = [page for page in dict.fromkeys(question.promoted) if page in shown]
    entries = SearchEntry.objects.filter(locale=question.locale)
    size, average = entries.aggregate(size=Count("*"), average=Avg("length")).values()
    collection = Collection(size, average or 0.0, {word: len(pages[word]) for word in pages})
    ranking = Ranking(asked, collection, boosts, question.now)
    fullest = _fullest_first(asked, pages, shown, collection)
    best = _preselected(fullest, asked)
    rows = SearchEntry.objects.filter(Among("pk", best)).values_list(
        "pk", "length", "type", "date", *boosts.texts
    )
    scored = []
    for pk, length, kind, date, *texts in rows.iterator():
        page = Page(dict(zip(boosts.texts, texts, strict=True)), length, kind == "news", date)
        scored.append((ranking.score(page), date, pk))
    ranked = [pk for _, _, pk in sorted(scored, reverse=True)]
    return list(dict.fromkeys([*promoted, *ranked, *(page for page, _ in fullest)]))


def _fullest_first(
    asked: Sequence[Concept], pages: Pages, shown: Iterable[int], collection: Collection
) -> list[tuple[int, float]]:
    """Pages with how much of the question they have: rare words are more of it."""
    parts = dict.fromkeys(shown, 0.0)
    for concept in asked:
        weight = sum(collection.rarity(word) for word in concept.asked)
        for page in pages_with_concept(pages, concept):
            if page in parts:
                parts[page] += weight
    return sorted(parts.items(), key=lambda item: (-item[1], -item[0]))


def _preselected(fullest: list[tuple[int, float]], asked: Sequence[Concept]) -> list[int]:
    if len(fullest) <= MOST_RANKED:
        return [page for page, _ in fullest]
    limit = fullest[MOST_RANKED - 1][1]
    surely = [page for page, part in fullest if part > limit]
    equal = [page for page, part in fullest if part == limit][:MOST_PRESELECTED]
    wanted = tokens(asked)
    titles = SearchEntry.objects.filter(Among("pk", equal)).values_list("date", "pk", "title")
    in_titles = [(len(wanted.intersection(title.split())), date, pk) for date, pk, title in titles]
    in_titles.sort(reverse=True)
    return [*surely, *(pk for _, _, pk in in_titles)][:MOST_RANKED]


def _newest(shown: Iterable[int]) -> list[int]:
    return list(
        SearchEntry.objects.filter(Among("pk", shown))
        .order_by("-date", "-pk")
        .values_list("pk", flat=True)
    )


def _hits(found: Sequence[int], asked: Sequence[Concept], locale: str) -> list[Hit]:
    found_by = tokens(asked)
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
                marked(title, found_by, locale),
                excerpt(text, found_by, locale),
            )
        )
    return hits
