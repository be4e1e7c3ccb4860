"""Explains results of Elasticsearch with the scores of the clauses of the very same query.

Each clause gets a name, and the cluster returns the score of each (“named queries”). They are
attributed from the whole query down to its leaves as Lucene adds them up, so the leaves' points
together are the score. Unlike `explain: true` this does not depend on the texts of Lucene.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from elasticsearch import ApiError, TransportError

from search.engines.base import EngineError
from search.query.boosts import DEFAULT
from search.query.expansion import Concept
from search.query.explanation import (
    Cause,
    ExplainedResults,
    Explanation,
    Reason,
    WordFound,
    merged,
    phrase_with,
)
from search.query.search_query import SearchQuery

from .cluster import cluster
from .engine import ElasticsearchEngine, is_relaxed
from .hits import page_id
from .named_queries import Node, tree, with_names
from .query import concept_clauses, related_clauses, relaxed_request, search_request
from .readiness import ready_indices

# Scores of the cluster have 24 significant bits, so differences below this share say nothing.
NEGLIGIBLE = 1e-4
LEMMAS = "lemmas."
# By the name of the clause.
Scores = Mapping[str, float]


def explain(query: SearchQuery) -> ExplainedResults:
    """Raises EngineError."""
    results = ElasticsearchEngine().search(query)
    shown = set(results.pages)
    explained = _explained(query, relaxed=is_relaxed(query, results))
    # A page that was indexed between the requests may be in one of them only.
    return ExplainedResults(results, {page: explained[page] for page in shown & explained.keys()})


def _explained(query: SearchQuery, *, relaxed: bool) -> dict[int, Explanation]:
    request = relaxed_request(query) if relaxed else search_request(query)
    clauses = [
        *concept_clauses(query.concepts, DEFAULT),
        *related_clauses(query.concepts, query.related, DEFAULT),
    ]
    root = tree(request["query"], clauses)
    return {
        page_id(hit): explanation(root, hit["_score"], hit.get("matched_queries", {}), query)
        for hit in _hits(query.locale, with_names(request))
    }


def _hits(locale: str, body: dict[str, Any]) -> list[Mapping[str, Any]]:
    """Return hits with the scores of the clauses that have names."""
    index = ready_indices().of(locale)
    try:
        response = cluster().search(index=index.name, body=body, include_named_queries_score=True)
    except (ApiError, TransportError) as error:
        raise EngineError(f"{type(error).__name__}: {error}") from error
    found: list[Mapping[str, Any]] = response["hits"]["hits"]
    return found


def explanation(root: Node, score: float, scores: Scores, query: SearchQuery) -> Explanation:
    reasons = _reasons(root, scores, 1.0, None, query)
    told = [
        reason
        for reason in merged(reasons)
        if reason.cause is not Cause.AGE or abs(reason.points) > NEGLIGIBLE * score
    ]
    return Explanation(score, tuple(told))


def _reasons(
    node: Node, scores: Scores, factor: float, concept: int | None, query: SearchQuery
) -> Iterator[Reason]:
    if node.name not in scores:
        return
    concept = node.concept if node.concept is not None else concept
    own = scores[node.name]
    matched = [child for child in node.children if child.name in scores]
    if not matched:
        yield _leaf(node, own * factor, concept, query)
        return
    best = max(matched, key=lambda child: scores[child.name])
    for child in matched:
        share = factor * node.body.get("boost", 1.0)
        if node.kind == "dis_max" and child is not best:
            share *= node.body.get("tie_breaker", 0.0)
        if share:
            yield from _reasons(child, scores, share, concept, query)
    if node.kind == "function_score":
        yield Reason(Cause.AGE, (own - scores[best.name]) * factor)


def _leaf(node: Node, points: float, concept: int | None, query: SearchQuery) -> Reason:
    match node.kind, node.body:
        case "term", body if concept is not None:
            ((field, parameters),) = body.items()
            if field.startswith(LEMMAS):
                name = field.removeprefix(LEMMAS)
                if found := _found(concept, parameters["value"], name, query):
                    return Reason(Cause.WORD, points, found)
        case "constant_score", {"filter": {"term": {"page_id": _}}}:
            return Reason(Cause.PROMOTED, points)
        case "constant_score", _:
            return Reason(Cause.COMPLETE, points)
        case "multi_match", {"type": "phrase"}:
            return Reason(Cause.PHRASE, points)
    return Reason(Cause.OTHER, points)


def _found(clause: int, token: str, name: str, query: SearchQuery) -> WordFound | None:
    """Return what the token stands for in the clause of a concept or, after these, of a term."""
    is_related = clause >= len(query.concepts)
    if is_related:
        term = query.related[clause - len(query.concepts)]
        concept, among = term.concepts[0], Concept(term.phrase)
    else:
        concept, among = clause, query.concepts[clause]
    found = phrase_with(among, token)
    return found and WordFound(concept, *found, name, token[0], is_related=is_related)
