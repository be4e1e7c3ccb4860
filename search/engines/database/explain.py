"""Explains results of the database with the parts that its ranking adds up."""

from collections.abc import Iterator

from search.query.boosts import DEFAULT, Boosts
from search.query.expansion import Phrase, Word
from search.query.explanation import (
    Cause,
    ExplainedResults,
    Explanation,
    Reason,
    WordFound,
    merged,
    most_precise,
)
from search.query.search_query import SearchQuery
from search.text.places import Places, text_of

from .engine import ranked_pages, search
from .matching import look_up
from .ranking import Page, Parts, Ranking


def explain(query: SearchQuery, boosts: Boosts = DEFAULT) -> ExplainedResults:
    results = search(query, boosts)
    _, collection = look_up(query.locale, query.concepts)
    ranking = Ranking(query.concepts, collection, boosts, query.now)
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
        Reason(Cause.ADJACENT, parts.adjacent),
        Reason(Cause.INCOMPLETE, words * (parts.coverage - 1)),
        Reason(Cause.AGE, (words * parts.coverage + parts.adjacent) * (parts.freshness - 1)),
    ]
    told = [reason for reason in reasons if reason.points]
    if promoted:
        told.append(Reason(Cause.PROMOTED, 0.0))
    return Explanation(parts.score, merged(told))


def _words(ranking: Ranking, page: Page, parts: Parts) -> Iterator[Reason]:
    """Share the value of each word among the texts that have it, by its weighted occurrences."""
    for place, (concept, value) in enumerate(zip(ranking.asked, parts.concepts, strict=True)):
        if not value:
            continue
        phrase, weight = ranking.best_way(concept, parts.values)
        for word in phrase:
            frequencies = ranking.frequencies(word, parts.found, page)
            per_occurrence = parts.values[word] * weight / sum(frequencies.values())
            for name, frequency in frequencies.items():
                yield Reason(
                    Cause.WORD,
                    frequency * per_occurrence,
                    _found(place, phrase, word, name, page.places),
                )


def _found(place: int, phrase: Phrase, word: Word, name: str, places: Places) -> WordFound:
    kinds = {
        token[0] for token in word if any(text_of(there) == name for there in places.get(token, ()))
    }
    return WordFound(place, phrase, word, name, most_precise(kinds))
