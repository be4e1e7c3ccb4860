"""Statements that are written as SQL: to build one takes Django as long as to run it.

Those that need no result of each other are sent together.
"""

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
