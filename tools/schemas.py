"""Compares two JSON Schemas of a contract, as somebody who sends by one or reads by one sees them."""

from collections.abc import Iterator
from enum import Enum
from typing import Any

Schema = dict[str, Any]

# Limits that may only widen in requests, and only narrow in answers; and which way is wider.
LIMITS = {
    "minimum": -1,
    "minLength": -1,
    "minItems": -1,
    "maximum": 1,
    "maxLength": 1,
    "maxItems": 1,
}


class Side(Enum):
    REQUEST = "request"
    ANSWER = "answer"


def compare(
    where: str, before: Schema, after: Schema, side: Side, old: Schema, new: Schema
) -> Iterator[str]:
    yield from _compare(where, before, after, side, (old, new), set())


def resolved(schema: Schema, root: Schema) -> Schema:
    while "$ref" in schema:
        schema = root["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
    return schema


def _compare(
    where: str,
    before: Schema,
    after: Schema,
    side: Side,
    roots: tuple[Schema, Schema],
    seen: set[Any],
) -> Iterator[str]:
    pair = (before.get("$ref"), after.get("$ref"))
    if all(pair):
        if pair in seen:
            return
        seen.add(pair)
    before, after = (
        resolved(schema, root) for schema, root in zip((before, after), roots, strict=True)
    )
    if options := _options(before):
        yield from _union(where, options, _options(after) or [after], side, roots, seen)
        return
    if _options(after):
        if side is Side.ANSWER:
            yield f"{where}: may be of several kinds now"
        return
    yield from _type(where, before, after)
    yield from _enum(where, before, after, side)
    yield from _limits(where, before, after, side)
    yield from _properties(where, before, after, side, roots, seen)
    if "items" in before:
        yield from _compare(
            f"{where}[]", before["items"], after.get("items", {}), side, roots, seen
        )


def _options(schema: Schema) -> list[Schema]:
    found: list[Schema] = schema.get("oneOf") or schema.get("anyOf") or []
    return found


def _union(
    where: str, before: Any, after: Any, side: Side, roots: tuple[Schema, Schema], seen: set[Any]
) -> Iterator[str]:
    older, newer = ({_name(option): option for option in options} for options in (before, after))
    for name, option in older.items():
        if name not in newer:
            # An answer that can no longer be null only became more certain.
            if not (name == "null" and side is Side.ANSWER):
                yield f"{where}: {name} is gone"
        else:
            yield from _compare(f"{where}|{name}", option, newer[name], side, roots, seen)
    added = newer.keys() - older.keys()
    if side is Side.ANSWER:
        # A new document or block type is announced and passed over; another kind of value is not.
        yield from (
            f"{where}: may be {name} now" for name in sorted(added) if not name[0].isupper()
        )


def _name(option: Schema) -> str:
    return str(option.get("$ref", "")).rsplit("/", 1)[-1] or str(
        option.get("const", option.get("type"))
    )


def _type(where: str, before: Schema, after: Schema) -> Iterator[str]:
    for key in ("type", "format", "const"):
        if before.get(key) != after.get(key):
            yield f"{where}: {key} was {before.get(key)} and is {after.get(key)}"


def _enum(where: str, before: Schema, after: Schema, side: Side) -> Iterator[str]:
    older, newer = (set(schema.get("enum", [])) for schema in (before, after))
    if side is Side.REQUEST:
        removed = older - newer if newer else set()
        yield from (f"{where}: {value!r} is no longer taken" for value in sorted(removed, key=str))
        if newer and not older:
            yield f"{where}: only some values are taken now"
    elif older:
        added = newer - older
        yield from (f"{where}: may be {value!r} now" for value in sorted(added, key=str))
        if not newer:
            yield f"{where}: may be any value now"


def _limits(where: str, before: Schema, after: Schema, side: Side) -> Iterator[str]:
    for key, wider in LIMITS.items():
        older, newer = before.get(key), after.get(key)
        if older == newer:
            continue
        widened = newer is None or (older is not None and (newer - older) * wider > 0)
        if widened != (side is Side.REQUEST):
            yield f"{where}: {key} was {older} and is {newer}"


def _properties(
    where: str,
    before: Schema,
    after: Schema,
    side: Side,
    roots: tuple[Schema, Schema],
    seen: set[Any],
) -> Iterator[str]:
    newer = after.get("properties", {})
    for name, schema in before.get("properties", {}).items():
        if name not in newer:
            yield f"{where}.{name}: is gone"
        else:
            yield from _compare(f"{where}.{name}", schema, newer[name], side, roots, seen)
    older_required, newer_required = (set(schema.get("required", [])) for schema in (before, after))
    if side is Side.REQUEST:
        for name in sorted(newer_required - older_required):
            yield f"{where}.{name}: became required"
    else:
        for name in sorted((older_required - newer_required) & newer.keys()):
            yield f"{where}.{name}: may be left out now"
