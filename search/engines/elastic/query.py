"""The request bodies for Elasticsearch's `_search`, as pure functions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from search.query.boosts import DEFAULT, Boosts
from search.query.expansion import Concept
from search.query.facets import ageing_types
from search.query.phrases import Phrase
from search.query.related_terms import RelatedTerm
from search.query.search_query import SearchQuery
from search.text.adjacency import Phrase as Adjacent
from search.text.adjacency import Run

from . import facets
from .hits import ONLY_IDS
from .mapping import ANY_TEXT, TEXTS

Clause = dict[str, Any]
Weights = Mapping[str, float]


def relaxed(query: SearchQuery, boosts: Boosts = DEFAULT) -> Boosts:
    """Return the boosts for a query that few pages have enough words of."""
    least = boosts.least_if_few(len(query.concepts))
    return replace(boosts, minimum_should_match=str(least), complete=boosts.complete_if_few)


def relaxed_request(query: SearchQuery, boosts: Boosts = DEFAULT) -> dict[str, Any]:
    """Return the request body for a query that few pages have enough words of."""
    return search_request(query, relaxed(query, boosts), query.related)


def search_request(
    query: SearchQuery, boosts: Boosts = DEFAULT, related: Sequence[RelatedTerm] = ()
) -> dict[str, Any]:
    """Return the request body. A query without words matches everything, the newest first."""
    asked = query.concepts
    counted = facets.aggregations(query.chosen) if query.facets else {}
    counted |= facets.matching_aggregation(query.chosen)
    return {
        "query": _matches(query, asked, related, boosts) if asked else {"match_all": {}},
        "post_filter": {"bool": {"filter": facets.filters(query.chosen)}},
        **({"aggs": counted} if counted else {}),
        "from": (query.page - 1) * query.size,
        "size": query.size,
        "sort": ["_score", {"date": "desc"}, {"page_id": "asc"}],
        "track_total_hits": True,
        # Texts, and where words are in them, are read with the documents.
        **ONLY_IDS,
    }


def may_be_relaxed(query: SearchQuery) -> bool:
    """Whether fewer words than are required, or related terms, would find more."""
    return DEFAULT.least(len(query.concepts)) > 1 or bool(query.related)


def _matches(
    query: SearchQuery, asked: Sequence[Concept], related: Sequence[RelatedTerm], boosts: Boosts
) -> Clause:
    found = {
        "bool": {
            "filter": [_enough(asked, related, boosts), *_exactly(query.required, boosts)],
            "should": [
                *concept_clauses(asked, boosts),
                *related_clauses(asked, related, boosts),
                _complete(asked, boosts),
                _phrases(query.syntax.text, boosts),
            ],
            "must_not": _exactly(query.excluded, boosts),
        }
    }
    return {
        "bool": {
            "should": [
                _newer_first(found, query.now, boosts),
                *_promoted(query.promoted, boosts),
            ],
            "minimum_should_match": 1,
        }
    }


def _exactly(phrases: Sequence[Adjacent], boosts: Boosts) -> list[Clause]:
    """What is in quotes, or what is left out."""
    return [_side_by_side(phrase, boosts.texts) for phrase in phrases]


def _side_by_side(phrase: Adjacent, texts: Iterable[str]) -> Clause:
    return {"bool": {"should": [_run(run, f"lemmas.{name}") for name in texts for run in phrase]}}


def _run(run: Run, field: str) -> Clause:
    words = [_any_token(tokens, field) for tokens in run.words]
    if len(words) == 1:
        return words[0]
    return {"span_near": {"clauses": words, "slop": run.gaps, "in_order": True}}


def _any_token(tokens: Iterable[str], field: str) -> Clause:
    return {"span_or": {"clauses": [{"span_term": {field: token}} for token in sorted(tokens)]}}


def _enough(asked: Sequence[Concept], related: Sequence[RelatedTerm], boosts: Boosts) -> Clause:
    """Decide which pages are found. The cluster scores these only, clause by clause."""
    return {
        "bool": {
            "should": [
                _there(concept, [term.phrase for term in related if at in term.concepts])
                for at, concept in enumerate(asked)
            ],
            "minimum_should_match": boosts.minimum_should_match,
        }
    }


def _there(concept: Concept, related: Iterable[Phrase] = ()) -> Clause:
    """Match what the concept's own clause does, or related terms, whichever text has it."""
    phrases = (concept.asked, *concept.synonyms, *related)
    alone = sorted({token for phrase in phrases if len(phrase) == 1 for token in phrase[0]})
    ways = [_in_any_text(alone)] if alone else []
    ways += [
        {"bool": {"filter": [_in_any_text(word) for word in phrase]}}
        for phrase in phrases
        if len(phrase) > 1
    ]
    return ways[0] if len(ways) == 1 else {"bool": {"should": ways}}


def _in_any_text(tokens: Iterable[str]) -> Clause:
    return {"terms": {ANY_TEXT: list(tokens)}}


def concept_clauses(asked: Sequence[Concept], boosts: Boosts) -> list[Clause]:
    """Return the clause of each concept, as the query has it."""
    return [_concept(concept, boosts) for concept in asked]


def related_clauses(
    asked: Sequence[Concept], related: Sequence[RelatedTerm], boosts: Boosts
) -> list[Clause]:
    """Return the clause of each related term, as the query has it."""
    return [
        _phrase(term.phrase, boosts, synonym=boosts.of_related(term, asked)) for term in related
    ]


def _complete(asked: Sequence[Concept], boosts: Boosts) -> Clause:
    """Rank pages with all words before those that lack one."""
    return {
        "constant_score": {
            "filter": {"bool": {"filter": [_there(concept) for concept in asked]}},
            "boost": boosts.complete,
        }
    }


def _concept(concept: Concept, boosts: Boosts) -> Clause:
    own = _phrase(concept.asked, boosts)
    if not concept.synonyms:
        return own
    return {"dis_max": {"queries": [own, *_synonyms(concept, boosts)]}}


def _synonyms(concept: Concept, boosts: Boosts) -> Iterator[Clause]:
    for phrase in concept.synonyms:
        # Averaged, so that a synonym of many words does not outweigh the original word.
        share = boosts.synonym * len(concept.asked) / len(phrase)
        yield _phrase(phrase, boosts, synonym=share)


def _phrase(phrase: Phrase, boosts: Boosts, *, synonym: float = 0.0) -> Clause:
    """`synonym`: its weight, if it is one."""
    words = [
        _word(boosts.confidence(word, synonym=bool(synonym)), boosts.texts, share=synonym or 1.0)
        for word in phrase
    ]
    return words[0] if len(words) == 1 else {"bool": {"must": words}}


def _word(tokens: Weights, texts: Weights, *, share: float) -> Clause:
    """Score by the best match in the best text, with the others as tie-breakers."""
    return {
        "dis_max": {
            "tie_breaker": 0.1,
            "queries": [
                {
                    "term": {
                        f"lemmas.{name}": {
                            "value": token,
                            "boost": round(weight * confidence * share, 4),
                        }
                    }
                }
                for name, weight in texts.items()
                for token, confidence in tokens.items()
            ],
        }
    }


def _phrases(text: str, boosts: Boosts) -> Clause:
    return {
        "multi_match": {
            "query": text,
            "type": "phrase",
            "slop": boosts.slop,
            "boost": boosts.phrase,
            "fields": [f"{name}^{boosts.texts[name]:g}" for name in TEXTS],
        }
    }


def _newer_first(found: Clause, now: datetime, boosts: Boosts) -> Clause:
    """Apply an exponential decay by age to the types that age."""
    ageing = {"terms": {"facets.type": ageing_types()}}
    age = {
        "origin": now.isoformat(),
        "scale": boosts.recency_scale,
        "offset": boosts.recency_offset,
        "decay": 0.5,
    }
    return {
        "function_score": {
            "query": found,
            "score_mode": "sum",
            "boost_mode": "multiply",
            "functions": [
                {"weight": 1 - boosts.recency},
                {"filter": ageing, "exp": {"date": age}, "weight": boosts.recency},
                {"filter": {"bool": {"must_not": ageing}}, "weight": boosts.recency},
            ],
        }
    }


def _promoted(pages: Sequence[int], boosts: Boosts) -> Iterator[Clause]:
    for place, page in enumerate(pages):
        yield {
            "constant_score": {
                "filter": {"term": {"page_id": page}},
                "boost": boosts.promotion * (len(pages) - place),
            }
        }
