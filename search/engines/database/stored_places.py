"""Reads the places of some tokens of each page, with one expression for all of them."""

import json
from collections.abc import Iterable
from typing import Any

from django.db.models import F, Func, TextField


class StoredPlaces(Func):
    """The tokens that a page has of those that are asked for, each with its places, as `read`
    reads them. None if it has none."""

    output_field = TextField()

    def __init__(self, tokens: Iterable[str]) -> None:
        super().__init__(F("places"))
        self.tokens = sorted(tokens)

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        column, parameters = compiler.compile(self.source_expressions[0])
        # Tokens consist of letters and digits, so they need no escaping; what is NULL is left out.
        sql = (
            "(SELECT group_concat(asked.value || ' ' ||"  # noqa: S608
            f" json_extract({column}, '$.\"' || asked.value || '\"'), ',')"
            " FROM json_each(%s) asked)"
        )
        return sql, [*parameters, json.dumps(self.tokens, ensure_ascii=False)]

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        column, parameters = compiler.compile(self.source_expressions[0])
        # PostgreSQL unpacks a stored value for each operator; adding nothing keeps it unpacked.
        sql = (
            "(SELECT string_agg(asked || ' ' || (once.places->>asked), ',')"  # noqa: S608
            f" FROM (SELECT {column} || '{{}}'::jsonb AS places OFFSET 0) once,"
            " unnest(%s::text[]) asked)"
        )
        return sql, [*parameters, self.tokens]


def read(stored: str | None) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for one in stored.split(",") if stored else ():
        token, _, places = one.partition(" ")
        found[token] = list(map(int, places.split()))
    return found
