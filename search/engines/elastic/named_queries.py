"""Names for the clauses of a query, by which the cluster returns their scores."""

from dataclasses import dataclass
from typing import Any

from .hits import ONLY_IDS
from .query import Clause

NAME = "_name"
# Clauses whose parameters are below the name of a field.
OF_A_FIELD = ("term", "match", "match_phrase")


@dataclass(frozen=True)
class Node:
    """A clause of the query that may have a score, and those within it."""

    name: str
    kind: str
    body: Clause
    children: tuple["Node", ...]
    # The place of the concept or the related term that the clause matches, if it is one.
    concept: int | None


def with_names(request: dict[str, Any]) -> dict[str, Any]:
    """Return the body of a search request with a name for each clause, and nothing to show."""
    return {
        **{name: request[name] for name in ("post_filter", "from", "size", "sort")},
        "query": named(request["query"]),
        **ONLY_IDS,
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


def tree(query: Clause, concepts: list[Clause]) -> Node:
    """Return the nodes of a query; `concepts` are the clauses of its concepts and then of its
    related terms."""
    return _node(query, "0", concepts)


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
