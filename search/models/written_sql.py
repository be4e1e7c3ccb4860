"""What statements that are written as SQL share."""

from collections.abc import Callable, Collection
from datetime import datetime
from functools import cache
from typing import Any

from django.db import connection
from django.db.models.expressions import Col

from .entry import SearchEntry


def placeholders(values: Collection[Any]) -> str:
    """Return those for the values of `IN (…)`."""
    return ", ".join(["%s"] * len(values))


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
