"""Explains results of the database with the parts that its ranking adds up."""

from collections.abc import Callable, Iterator
from functools import partial

from search.query.boosts import DEFAULT, Boosts
from search.query.explanation import (
    Cause,
    ExplainedResults,
    Explanation,
    Reason,
    WordFound,
    merged,
    most_precise,
)
from search.query.phrases import Phrase, Word
from search.query.search_query import SearchQuery
from search.text.places import Places, text_of

from .engine import ranked_pages, search
from .finding import find
from .ranking import Page, Parts, Ranking


def explain(query: SearchQuery, boosts: Boosts = DEFAULT) -> ExplainedResults:
    results = search(query, boosts)
    looked, _ = find(query, boosts)
    ranking = looked.ranking(query, boosts)
    shown = results.pages
    return ExplainedResults(
        results,
        {
            pk: explanation(ranking, page, promoted=pk in query.promoted)
            for pk, page in ranked_pages(shown, ranking)
        },
    )


def explanation(ranking: Ranking, page: Page, *, promoted: bool = False) -> Explanation:
    """Promoted pages are put first whatever their score, so a promotion has no points."""
    parts = ranking.parts(page)
    words = sum(parts.concepts)
    reasons = [
        *_words(ranking, page, parts),
        *_related(ranking, page, parts),
        Reason(Cause.COMPLETE, parts.complete),
        Reason(Cause.ADJACENT, parts.adjacent),
        Reason(Cause.INCOMPLETE, words * (parts.coverage - 1)),
        Reason(Cause.AGE, parts.timeless * (parts.freshness - 1)),
    ]
    told = [reason for reason in reasons if reason.points]
    if promoted:
        told.append(Reason(Cause.PROMOTED, 0.0))
    return Explanation(parts.score, merged(told))


def _words(ranking: Ranking, page: Page, parts: Parts) -> Iterator[Reason]:
    for place, (concept, value) in enumerate(zip(ranking.asked, parts.concepts, strict=True)):
        if value:
            phrase, weight = ranking.best_way(concept, parts.values)
            of_phrase = partial(WordFound, place, phrase)
            yield from _shared(ranking, page, parts, phrase, weight, of_phrase)


def _related(ranking: Ranking, page: Page, parts: Parts) -> Iterator[Reason]:
    for term, points in zip(ranking.related.terms, parts.related, strict=True):
        if points:
            weight = points / sum(parts.values[word] for word in term.phrase)
            of_term = partial(WordFound, term.concepts[0], term.phrase, is_related=True)
            yield from _shared(ranking, page, parts, term.phrase, weight, of_term)


def _shared(
    ranking: Ranking,
    page: Page,
    parts: Parts,
    phrase: Phrase,
    weight: float,
    found: Callable[[Word, str, str], WordFound],
) -> Iterator[Reason]:
    """Share the value of each word among the texts that have it, by its weighted occurrences."""
    for word in phrase:
        frequencies = ranking.frequencies(word, parts.found, page)
        per_occurrence = parts.values[word] * weight / sum(frequencies.values())
        for name, frequency in frequencies.items():
            yield Reason(
                Cause.WORD,
                frequency * per_occurrence,
                found(word, name, _kind(word, name, page.places)),
            )


def _kind(word: Word, name: str, places: Places) -> str:
    """Return the most precise kind of the tokens by which a text has the word."""
    return most_precise(
        token[0] for token in word if any(text_of(there) == name for there in places.get(token, ()))
    )
