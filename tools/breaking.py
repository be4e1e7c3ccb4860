"""Finds changes of the contract that break clients generated from the older version.

Requests must accept at least as much as before, and responses must include at least as much. A new
document or block type in a response does not break clients, since the documentation requires them
to ignore unknown types. A removed one does.
"""

from collections.abc import Iterator
from typing import Any

from tools.schemas import Schema, Side, compare, resolved

METHODS = ("get", "post", "put", "patch", "delete")


def changes(old: Schema, new: Schema) -> Iterator[str]:
    for path, operations in old["paths"].items():
        if path not in new["paths"]:
            yield f"{path}: is gone"
            continue
        for method in METHODS:
            if method not in operations:
                continue
            where = f"{method.upper()} {path}"
            if method not in new["paths"][path]:
                yield f"{where}: is gone"
            else:
                yield from _operation(
                    where, operations[method], new["paths"][path][method], old, new
                )


def is_new_major(old: Schema, new: Schema) -> bool:
    majors = [int(contract["info"]["version"].split(".")[0]) for contract in (old, new)]
    return majors[1] > majors[0]


def _operation(
    where: str, before: Schema, after: Schema, old: Schema, new: Schema
) -> Iterator[str]:
    if before["operationId"] != after["operationId"]:
        yield f"{where}: operation id {before['operationId']} became {after['operationId']}"
    yield from _parameters(where, before, after, old, new)
    yield from _body(where, before, after, old, new)
    for status, answer in before["responses"].items():
        if status not in after["responses"]:
            yield f"{where}: response {status} is gone"
            continue
        given = after["responses"][status].get("content", {})
        for media_type, content in answer.get("content", {}).items():
            place = f"{where} {status}"
            if media_type not in given:
                yield f"{place}: is no longer {media_type}"
                continue
            for key in ("schema", "x-line-schema"):
                if key in content:
                    pair = (content[key], given[media_type].get(key, {}))
                    yield from compare(place, *pair, Side.ANSWER, old, new)


def _parameters(
    where: str, before: Schema, after: Schema, old: Schema, new: Schema
) -> Iterator[str]:
    older, newer = _by_name(before), _by_name(after)
    for name, parameter in older.items():
        if name not in newer:
            yield f"{where}: parameter {name} is gone"
            continue
        if newer[name]["required"] and not parameter["required"]:
            yield f"{where}: parameter {name} became required"
        pair = (parameter["schema"], newer[name]["schema"])
        yield from compare(f"{where} ?{name}", *pair, Side.REQUEST, old, new)
        defaults = [
            resolved(schema, root).get("default")
            for schema, root in zip(pair, (old, new), strict=True)
        ]
        if defaults[0] != defaults[1]:
            yield f"{where}: the default of {name} was {defaults[0]!r} and is {defaults[1]!r}"
    for name, parameter in newer.items():
        if name not in older and parameter["required"]:
            yield f"{where}: parameter {name} is new and required"


def _body(where: str, before: Schema, after: Schema, old: Schema, new: Schema) -> Iterator[str]:
    older, newer = (side.get("requestBody", {}) for side in (before, after))
    if newer.get("required") and not older.get("required"):
        yield f"{where}: a body became required"
    for media_type, content in older.get("content", {}).items():
        if media_type not in newer.get("content", {}):
            yield f"{where}: a body of {media_type} is no longer taken"
        else:
            schema = newer["content"][media_type]["schema"]
            yield from compare(f"{where} body", content["schema"], schema, Side.REQUEST, old, new)


def _by_name(operation: Schema) -> dict[str, Any]:
    return {parameter["name"]: parameter for parameter in operation["parameters"]}
