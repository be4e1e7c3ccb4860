"""The search request for Elasticsearch, from plain values to plain data."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from ..boosts import DEFAULT, Boosts
from ..expansion import Concept, Phrase, Word, concepts
from ..lemmas import LEMMA, WORD
from ..question import Question
from . import analysis, facets, highlights
from .mapping import TEXTS

Query = dict[str, Any]
Weights = Mapping[str, float]

RETURNED = ["page_id", "sequence", "title", "summary"]


# Where no page has enough of the words, one of them will do.
RELAXED = replace(DEFAULT, minimum_should_match="1")


def search_request(
    question: Question, *, dictionaries: bool, boosts: Boosts = DEFAULT
) -> dict[str, Any]:
    """The body of `_search`. A question without a word finds everything, the newest first."""
    asked = concepts(question.text, question.locale, question.synonyms)
    fields = analysis.text_fields(question.locale, dictionaries=dictionaries)
    return {
        "query": _query(question, asked, boosts) if asked else {"match_all": {}},
        "post_filter": {"bool": {"filter": facets.filters(question.chosen)}},
        "aggs": facets.aggregations(question.chosen),
        "from": (question.page - 1) * question.size,
        "size": question.size,
        "sort": ["_score", {"date": "desc"}, {"page_id": "asc"}],
        "track_total_hits": True,
        "_source": RETURNED,
        **({"highlight": highlights.highlight(question.text, "body", fields)} if asked else {}),
    }


def bodies_request(pages: Sequence[int]) -> dict[str, Any]:
    """The texts of some pages."""
    return {
        "query": {"ids": {"values": [str(page) for page in pages]}},
        "size": len(pages),
        "_source": ["page_id", "body"],
    }


def _query(question: Question, asked: list[Concept], boosts: Boosts) -> Query:
    found = {
        "bool": {
            "must": [_lemmas(asked, boosts)],
            "should": [_complete(asked, boosts), _phrases(question.text, boosts)],
        }
    }
    return {
        "bool": {
            "should": [
                _fresh_news_first(found, question.now, boosts),
                *_promoted(question.promoted, boosts),
            ],
            "minimum_should_match": 1,
        }
    }


def _lemmas(asked: list[Concept], boosts: Boosts) -> Query:
    return {
        "bool": {
            "should": [_concept(concept, boosts) for concept in asked],
            "minimum_should_match": boosts.minimum_should_match,
        }
    }


def _complete(asked: list[Concept], boosts: Boosts) -> Query:
    """Pages that have every word come before those that lack one."""
    return {
        "constant_score": {
            "filter": {"bool": {"filter": [_concept(concept, boosts) for concept in asked]}},
            "boost": boosts.complete,
        }
    }


def _concept(concept: Concept, boosts: Boosts) -> Query:
    own = _phrase(concept.asked, boosts.texts, boosts.tokens)
    if not concept.synonyms:
        return own
    return {"dis_max": {"queries": [own, *_synonyms(concept, boosts)]}}


def _synonyms(concept: Concept, boosts: Boosts) -> Iterator[Query]:
    # Nobody typed a synonym: its own form counts no more than another.
    tokens = boosts.tokens | {WORD: boosts.tokens[LEMMA]}
    for phrase in concept.synonyms:
        # By the word, so that many words do not outweigh the one asked for.
        share = boosts.synonym * len(concept.asked) / len(phrase)
        yield _phrase(phrase, boosts.texts, {kind: tokens[kind] * share for kind in tokens})


def _phrase(phrase: Phrase, texts: Weights, tokens: Weights) -> Query:
    words = [_word(word, texts, tokens) for word in phrase]
    return words[0] if len(words) == 1 else {"bool": {"must": words}}


def _word(word: Word, texts: Weights, tokens: Weights) -> Query:
    """The best way in which the best text has it counts, the others hardly."""
    return {
        "dis_max": {
            "tie_breaker": 0.1,
            "queries": [
                {
                    "term": {
                        f"lemmas.{name}": {
                            "value": token,
                            "boost": round(weight * tokens[token[0]], 4),
                        }
                    }
                }
                for name, weight in texts.items()
                for token in word
            ],
        }
    }


def _phrases(text: str, boosts: Boosts) -> Query:
    return {
        "multi_match": {
            "query": text,
            "type": "phrase",
            "slop": 1,
            "boost": boosts.phrase,
            "fields": [f"{name}^{boosts.texts[name]:g}" for name in TEXTS],
        }
    }


def _fresh_news_first(found: Query, now: datetime, boosts: Boosts) -> Query:
    """Multiplies what is found by one, or by less where it is old news."""
    news = {"term": {"facets.type": "news"}}
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
                {"filter": news, "exp": {"date": age}, "weight": boosts.recency},
                {"filter": {"bool": {"must_not": news}}, "weight": boosts.recency},
            ],
        }
    }


def _promoted(pages: Sequence[int], boosts: Boosts) -> Iterator[Query]:
    for place, page in enumerate(pages):
        yield {
            "constant_score": {
                "filter": {"term": {"page_id": page}},
                "boost": boosts.promotion * (len(pages) - place),
            }
        }
