"""A copy of all rows in PostgreSQL's tables, and the way back."""

import pickle
from pathlib import Path

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection, transaction

SEQUENCES = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = current_schema()"


def possible() -> bool:
    return connection.vendor == "postgresql"


def write(path: Path) -> None:
    """To a file that appears whole or not at all."""
    connection.check_constraints()  # No check may wait for the end when `read` truncates.
    copied: dict[str, bytes] = {}
    with connection.cursor() as cursor:
        for table in _tables():
            with cursor.copy(f'COPY "{table}" TO STDOUT (FORMAT BINARY)') as rows:
                copied[table] = b"".join(rows)
        cursor.execute(SEQUENCES)
        sequences = {name: last for name, last in cursor.fetchall() if last}
    unfinished = path.with_suffix(".unfinished")
    unfinished.write_bytes(pickle.dumps((copied, sequences)))
    unfinished.rename(path)


def read(path: Path) -> None:
    """In place of all rows that are there. In a transaction, what follows can be rolled back."""
    copied, sequences = pickle.loads(path.read_bytes())  # noqa: S301
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE " + ", ".join(map(connection.ops.quote_name, copied)))
        for table, rows in copied.items():
            with cursor.copy(f'COPY "{table}" FROM STDIN (FORMAT BINARY)') as target:
                target.write(rows)
        cursor.execute("ANALYZE " + ", ".join(map(connection.ops.quote_name, copied)))
        for name, last in sequences.items():
            cursor.execute(
                "SELECT setval(%s, greatest(%s, nextval(%s)))", [f'"{name}"', last, f'"{name}"']
            )
    connection.check_constraints()
    forget()


def forget() -> None:
    """What Django remembers of rows under keys that may be others' now."""
    ContentType.objects.clear_cache()
    cache.clear()


def _tables() -> list[str]:
    """Of the models, many-to-many tables included."""
    stored = connection.introspection.table_names()
    models = apps.get_models(include_auto_created=True)
    managed = {model._meta.db_table for model in models if model._meta.managed}
    return sorted(managed & set(stored))
