"""Explains results of Elasticsearch with the scores of the clauses of the very same query.

Each clause gets a name, and the cluster returns the score of each (“named queries”). They are
attributed from the whole query down to its leaves as Lucene adds them up, so the leaves' points
together are the score. Unlike `explain: true` this does not depend on the texts of Lucene.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from elasticsearch import ApiError, TransportError

from search.engines.base import EngineError
from search.query.boosts import DEFAULT, Boosts
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
from .engine import ElasticsearchEngine
from .query import RELAXED, Clause, concept_clauses, search_request
from .readiness import ready_index

# Scores of the cluster have 24 significant bits, so differences below this share say nothing.
NEGLIGIBLE = 1e-4
NAME = "_name"
# Clauses whose parameters are below the name of a field.
OF_A_FIELD = ("term", "match", "match_phrase")
LEMMAS = "lemmas."
# By the name of the clause.
Scores = Mapping[str, float]


@dataclass(frozen=True)
class Node:
    """A clause of the query that may have a score, and those within it."""

    name: str
    kind: str
    body: Clause
    children: tuple["Node", ...]
    # The place in the query of the concept that the clause matches, if it is one concept.
    concept: int | None


def explain(query: SearchQuery) -> ExplainedResults:
    """Raises EngineError."""
    results = ElasticsearchEngine().search(query)
    shown = {hit.page_id for hit in results.hits}
    explained: dict[int, Explanation] = {}
    # The request that gave the results is the one whose hits they are.
    for boosts in (DEFAULT, RELAXED):
        explained = _explained(query, boosts)
        if shown <= explained.keys():
            break
    # A page that was indexed between the requests may be in one of them only.
    return ExplainedResults(results, {page: explained[page] for page in shown & explained.keys()})


def _explained(query: SearchQuery, boosts: Boosts) -> dict[int, Explanation]:
    # Dictionaries matter for highlights only.
    request = search_request(query, dictionaries=False, boosts=boosts)
    root = tree(request["query"], query, boosts)
    return {
        hit["_source"]["page_id"]: explanation(
            root, hit["_score"], hit.get("matched_queries", {}), query
        )
        for hit in _hits(query.locale, with_names(request))
    }


def _hits(locale: str, body: dict[str, Any]) -> list[Mapping[str, Any]]:
    """Return hits with the scores of the clauses that have names."""
    index = ready_index(locale)
    try:
        response = cluster().search(index=index.name, body=body, include_named_queries_score=True)
    except (ApiError, TransportError) as error:
        raise EngineError(f"{type(error).__name__}: {error}") from error
    found: list[Mapping[str, Any]] = response["hits"]["hits"]
    return found


def with_names(request: dict[str, Any]) -> dict[str, Any]:
    """Return the body of a search request with a name for each clause, and nothing to show."""
    return {
        **{name: request[name] for name in ("post_filter", "from", "size", "sort")},
        "query": named(request["query"]),
        "_source": ["page_id"],
        # Otherwise the cluster leaves scores out, because it sorts by other fields too.
        "track_scores": True,
    }


def named(clause: Clause, name: str = "0") -> Clause:
    ((kind, body),) = clause.items()
    if kind in OF_A_FIELD:
        ((field, parameters),) = body.items()
        return {kind: {field: {**parameters, NAME: name}}}
    within = {
        key: [named(each, f"{name}.{key}.{place}") for place, each in enumerate(clauses)]
        for key, clauses in _clauses(kind, body).items()
    }
    if kind == "function_score":
        (query,) = within["query"]
        return {kind: {**body, "query": query, NAME: name}}
    return {kind: {**body, **within, NAME: name}}


def tree(query: Clause, asked: SearchQuery, boosts: Boosts) -> Node:
    return _node(query, "0", concept_clauses(asked.concepts, boosts))


def explanation(root: Node, score: float, scores: Scores, query: SearchQuery) -> Explanation:
    reasons = _reasons(root, scores, 1.0, None, query.concepts)
    told = [
        reason
        for reason in merged(reasons)
        if reason.cause is not Cause.AGE or abs(reason.points) > NEGLIGIBLE * score
    ]
    return Explanation(score, tuple(told))


def _clauses(kind: str, body: Clause) -> dict[str, list[Clause]]:
    """Return the clauses within a clause that add to its score."""
    match kind:
        case "bool":
            return {key: body[key] for key in ("must", "should") if key in body}
        case "dis_max":
            return {"queries": body["queries"]}
        case "function_score":
            return {"query": [body["query"]]}
    return {}


def _node(clause: Clause, name: str, concepts: list[Clause]) -> Node:
    ((kind, body),) = clause.items()
    children = tuple(
        _node(each, f"{name}.{key}.{place}", concepts)
        for key, clauses in _clauses(kind, body).items()
        for place, each in enumerate(clauses)
    )
    concept = concepts.index(clause) if clause in concepts else None
    return Node(name, kind, body, children, concept)


def _reasons(
    node: Node, scores: Scores, factor: float, concept: int | None, asked: list[Concept]
) -> Iterator[Reason]:
    if node.name not in scores:
        return
    concept = node.concept if node.concept is not None else concept
    own = scores[node.name]
    matched = [child for child in node.children if child.name in scores]
    if not matched:
        yield _leaf(node, own * factor, concept, asked)
        return
    best = max(matched, key=lambda child: scores[child.name])
    for child in matched:
        share = factor * node.body.get("boost", 1.0)
        if node.kind == "dis_max" and child is not best:
            share *= node.body.get("tie_breaker", 0.0)
        if share:
            yield from _reasons(child, scores, share, concept, asked)
    if node.kind == "function_score":
        yield Reason(Cause.AGE, (own - scores[best.name]) * factor)


def _leaf(node: Node, points: float, concept: int | None, asked: list[Concept]) -> Reason:
    match node.kind, node.body:
        case "term", body if concept is not None:
            ((field, parameters),) = body.items()
            found = phrase_with(asked[concept], token := parameters["value"])
            if found and field.startswith(LEMMAS):
                name = field.removeprefix(LEMMAS)
                return Reason(Cause.WORD, points, WordFound(concept, *found, name, token[0]))
        case "constant_score", {"filter": {"term": {"page_id": _}}}:
            return Reason(Cause.PROMOTED, points)
        case "constant_score", _:
            return Reason(Cause.COMPLETE, points)
        case "multi_match", {"type": "phrase"}:
            return Reason(Cause.PHRASE, points)
    return Reason(Cause.OTHER, points)
