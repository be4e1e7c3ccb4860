"""A copy of all rows in PostgreSQL's tables, and the way back: a moment for what took a minute."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection, transaction

SEQUENCES = """
    SELECT sequencename, last_value FROM pg_sequences
    WHERE schemaname = current_schema() AND last_value IS NOT NULL
"""
# Never backwards: rows that another transaction undid have had their keys.
ADVANCE = """
    SELECT setval(quote_ident(sequencename)::regclass, kept.last_value)
    FROM pg_sequences JOIN unnest(%s::text[], %s::bigint[]) AS kept(name, last_value)
    ON sequencename = kept.name AND coalesce(pg_sequences.last_value, 0) < kept.last_value
    WHERE schemaname = current_schema()
"""


@dataclass(frozen=True)
class Snapshot:
    # Of the tables that have some.
    rows: dict[str, bytes]
    sequences: dict[str, int]


def possible() -> bool:
    return connection.vendor == "postgresql"


def take() -> Snapshot:
    rows: dict[str, bytes] = {}
    with connection.cursor() as cursor:
        for table in _filled():
            with cursor.copy(f'COPY "{table}" TO STDOUT (FORMAT BINARY)') as copy:
                rows[table] = b"".join(copy)
        cursor.execute(SEQUENCES)
        return Snapshot(rows, dict(cursor.fetchall()))


def restore(snapshot: Snapshot, *, analyze: bool = False) -> None:
    """In place of all rows that are there; in a transaction, it can be rolled back."""
    with transaction.atomic(), connection.cursor() as cursor:
        _write(cursor, _filled(), snapshot.rows)
        cursor.execute(ADVANCE, [list(snapshot.sequences), list(snapshot.sequences.values())])
        if analyze:
            cursor.execute("ANALYZE " + ", ".join(f'"{table}"' for table in snapshot.rows))
    connection.check_constraints()
    forget()


def changed(before: Snapshot, after: Snapshot) -> dict[str, bytes]:
    """The rows of the tables that differ, as they are after."""
    tables = before.rows.keys() | after.rows.keys()
    return {
        table: after.rows.get(table, b"")
        for table in sorted(tables)
        if before.rows.get(table) != after.rows.get(table)
    }


def fingerprint(tables: Iterable[str]) -> dict[str, Any]:
    """One statement, for a few rows in each table: the same as long as all of their rows are."""
    with connection.cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join(
                f"SELECT '{table}', sum(hashtextextended(row::text, 0)) FROM \"{table}\" AS row"  # noqa: S608
                for table in tables
            )
        )
        return dict(cursor.fetchall())


def replace(rows: Mapping[str, bytes]) -> None:
    """The rows of these tables, and nothing else."""
    with transaction.atomic(), connection.cursor() as cursor:
        _write(cursor, rows.keys(), rows)
    forget()


def forget() -> None:
    """What Django remembers of rows under keys that may be others' now."""
    ContentType.objects.clear_cache()
    cache.clear()


def _write(cursor: Any, emptied: Iterable[str], rows: Mapping[str, bytes]) -> None:
    # Not TRUNCATE: it makes new files for each table, and most have a row or two.
    cursor.execute(";".join(f'DELETE FROM "{table}"' for table in emptied))  # noqa: S608
    for table, content in rows.items():
        if content:
            with cursor.copy(f'COPY "{table}" FROM STDIN (FORMAT BINARY)') as copy:
                copy.write(content)


def _filled() -> list[str]:
    """Tables of the models that have rows, many-to-many tables included."""
    stored = set(connection.introspection.table_names())
    models = apps.get_models(include_auto_created=True)
    tables = sorted({model._meta.db_table for model in models if model._meta.managed} & stored)
    with connection.cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join(
                f"(SELECT '{table}' FROM \"{table}\" LIMIT 1)"  # noqa: S608
                for table in tables
            )
        )
        return [table for (table,) in cursor.fetchall()]
