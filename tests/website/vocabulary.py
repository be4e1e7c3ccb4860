"""Judges JSON-LD by schema.org's own definitions: `schema_org.json` is an excerpt of them, which
`python -m tools.schema_org` makes."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

_VOCABULARY = json.loads((Path(__file__).parent / "schema_org.json").read_text())
TYPES: dict[str, list[str]] = _VOCABULARY["types"]
PROPERTIES: dict[str, Any] = _VOCABULARY["properties"]
MEMBERS: dict[str, str] = _VOCABULARY["members"]
_DURATION = re.compile(r"P(?=.)(\d+[YMWD])*(T(?=.)(\d+[HMS])+)?")

Node = dict[str, Any]


def problems(graph: list[Node]) -> list[str]:
    """Say what the definitions do not allow, of all nodes and of those within them."""
    found = list(_nodes(graph))
    known = {node["@id"]: node["@type"] for node in found if "@id" in node and "@type" in node}
    return [text for node in found if "@type" in node for text in _of_node(node, known)]


def _nodes(value: Any) -> Iterator[Node]:
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item)
    elif isinstance(value, dict):
        yield value
        for item in value.values():
            yield from _nodes(item)


def _of_node(node: Node, known: dict[str, str]) -> Iterator[str]:
    kind = node["@type"]
    if kind not in TYPES:
        yield f"{kind} is no type of the excerpt."
        return
    for name, value in node.items():
        if name.startswith("@"):
            continue
        term = PROPERTIES.get(name.removesuffix("-input"))
        if not term or not set(term["domains"]).intersection(lineage(kind)):
            yield f"{kind} has no property {name}."
        elif term["superseded"]:
            yield f"{name} is superseded."
        elif not name.endswith("-input"):
            for item in value if isinstance(value, list) else [value]:
                if not any(_fits(item, wanted, known) for wanted in term["ranges"]):
                    yield f"{kind}.{name} is one of {term['ranges']}, not {item!r}."


def lineage(kind: str) -> set[str]:
    return {kind}.union(*(lineage(above) for above in TYPES.get(kind, [])))


def _fits(value: Any, wanted: str, known: dict[str, str]) -> bool:
    if isinstance(value, dict):
        # A reference to another page is of what that page says it is.
        kind = value.get("@type") or known.get(value.get("@id", ""))
        return wanted in lineage(kind) if kind else wanted not in _DATA
    if isinstance(value, str) and value.startswith("https://schema.org/"):
        return MEMBERS.get(value.removeprefix("https://schema.org/")) == wanted
    return wanted in _DATA and _DATA[wanted](value)


def _is_date(value: Any) -> bool:
    return isinstance(value, str) and len(value) == 10 and _parses(dt.date, value)


def _is_time(value: Any) -> bool:
    return isinstance(value, str) and "T" in value and _parses(dt.datetime, value)


def _parses(kind: Any, value: str) -> bool:
    try:
        return bool(kind.fromisoformat(value))
    except ValueError:
        return False


def _is_url(value: Any) -> bool:
    return isinstance(value, str) and bool(urlsplit(value).scheme and urlsplit(value).netloc)


_DATA = {
    "Text": lambda value: isinstance(value, str),
    "URL": _is_url,
    "Date": _is_date,
    "DateTime": _is_time,
    "Duration": lambda value: isinstance(value, str) and bool(_DURATION.fullmatch(value)),
    "Number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "Integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "Boolean": lambda value: isinstance(value, bool),
    # Their only values here are URLs.
    "Thing": _is_url,
}
