"""Statements that are written as SQL: to build one takes Django as long as to run it.

Those that need no result of each other are sent together.
"""

import json
from collections.abc import Collection
from typing import Any

from django.db import connection

from search.models.written_sql import Statement, on_postgresql

Row = tuple[Any, ...]


def run(*statements: Statement) -> list[list[Row]]:
    """Return the rows of each statement. PostgreSQL gets all at once, and runs them in one
    transaction."""
    found = []
    with connection.cursor() as cursor:
        if on_postgresql():
            parameters = [each for statement in statements for each in statement.parameters]
            cursor.execute("; ".join(statement.sql for statement in statements), parameters)
            for _ in statements:
                found.append(cursor.fetchall())
                cursor.nextset()
        else:
            for statement in statements:
                cursor.execute(statement.sql, statement.parameters)
                found.append(cursor.fetchall())
    return found


def seconds(column: str) -> str:
    """Return a column with a time in seconds since 1970. Dates would have to be parsed."""
    if on_postgresql():
        return f"extract(epoch FROM {column})::float8"
    return f"(julianday({column}) - 2440587.5) * 86400"


def stored_places(tokens: Collection[str]) -> Statement:
    """Return a column with those of the tokens that a page has, each with its places, as
    `read_places` reads them; NULL if it has none. Tokens consist of letters and digits."""
    ordered = sorted(tokens)
    if on_postgresql():
        # PostgreSQL unpacks a stored value for each operator; adding nothing keeps it unpacked.
        return Statement(
            "(SELECT string_agg(asked || ' ' || (once.places->>asked), ',')"
            " FROM (SELECT places || '{}'::jsonb AS places OFFSET 0) once,"
            " unnest(%s::text[]) asked)",
            [ordered],
        )
    return Statement(
        "(SELECT group_concat(asked.value || ' ' ||"
        " json_extract(places, '$.\"' || asked.value || '\"'), ',') FROM json_each(%s) asked)",
        [json.dumps(ordered, ensure_ascii=False)],
    )


def read_places(stored: str | None) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for one in stored.split(",") if stored else ():
        token, _, places = one.partition(" ")
        found[token] = list(map(int, places.split()))
    return found
