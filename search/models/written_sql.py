"""What statements that are written as SQL share."""

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from django.db import connection
from django.db.models.expressions import Col

from .entry import SearchEntry


class Statement(NamedTuple):
    """A statement, or a part of one, with its parameters."""

    sql: str
    parameters: Sequence[Any]


def on_postgresql() -> bool:
    return connection.vendor == "postgresql"


def placeholders(values: Collection[Any]) -> str:
    """Return those for the values of `IN (…)`."""
    return ", ".join(["%s"] * len(values))


def among(column: str, ids: Iterable[int]) -> Statement:
    """Return the condition that a column has one of the ids, which are one parameter: both
    databases parse that faster than thousands, and the statement is the same for any number."""
    ordered = sorted(ids)
    if on_postgresql():
        return Statement(f"{column} = ANY(%s::bigint[])", [f"{{{','.join(map(str, ordered))}}}"])
    # The ids are a parameter.
    return Statement(
        f"{column} IN (SELECT value FROM json_each(%s))",  # noqa: S608
        [json.dumps(ordered)],
    )


def numbers_of(column: str, tokens: Collection[str]) -> Statement:
    """Return a column with those of the tokens that a page has in a JSON column such as `places`,
    each with its numbers, as `read_numbers` reads them; NULL if it has none. Tokens consist of
    letters and digits."""
    ordered = sorted(tokens)
    if on_postgresql():
        # PostgreSQL unpacks a stored value for each operator; adding nothing keeps it unpacked.
        return Statement(
            "(SELECT string_agg(asked || ' ' || (once.stored->>asked), ',')"  # noqa: S608
            f" FROM (SELECT {column} || '{{}}'::jsonb AS stored OFFSET 0) once,"
            " unnest(%s::text[]) asked)",
            [ordered],
        )
    return Statement(
        "(SELECT group_concat(asked.value || ' ' ||"  # noqa: S608
        f" json_extract({column}, '$.\"' || asked.value || '\"'), ',') FROM json_each(%s) asked)",
        [json.dumps(ordered, ensure_ascii=False)],
    )


def read_numbers(stored: str | None) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for one in stored.split(",") if stored else ():
        token, _, numbers = one.partition(" ")
        found[token] = list(map(int, numbers.split()))
    return found


def date_reader() -> Callable[[Any], datetime]:
    """Return what converts dates that the database returns, as Django does."""
    column = _date_column()
    converters = connection.ops.get_db_converters(column)

    def read(value: Any) -> datetime:
        for convert in converters:
            value = convert(value, column, connection)
        found: datetime = value
        return found

    return read


@cache
def _date_column() -> Col:
    return SearchEntry._meta.get_field("date").get_col(SearchEntry._meta.db_table)
