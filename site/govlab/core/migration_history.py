"""Whether the database was made by the migrations of this project as it is, or by others."""

import shlex
import sysconfig
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import DatabaseError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

NAMED = 3


@register(Tags.database)
def check_migration_history(
    databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """`migrate` asks before it changes anything. By the names of its migrations such a database may
    look up to date while its tables are not."""
    errors: list[CheckMessage] = []
    for alias in databases or ():
        if unknown := unknown_migrations(connections[alias]):
            errors.append(
                Error(
                    "The database was made by another version of this project: it has migrations "
                    f"that this one does not know ({_named(unknown)}).",
                    hint=_way_out(connections[alias]),
                    id="govlab.E010",
                )
            )
    return errors


def unknown_migrations(connection: BaseDatabaseWrapper) -> list[str]:
    """Of the project's own apps: a library may have dropped migrations that it replaced."""
    try:
        applied = MigrationRecorder(connection).applied_migrations()
    except DatabaseError:
        # Whoever asked is about to use the database, and says then what is wrong with it.
        return []
    own = _own_apps()
    known = MigrationLoader(None).disk_migrations
    return sorted(
        f"{app}.{name}" for app, name in applied if app in own and (app, name) not in known
    )


def _own_apps() -> set[str]:
    libraries = Path(sysconfig.get_path("purelib"))
    return {app.label for app in apps.get_app_configs() if libraries not in Path(app.path).parents}


def _named(migrations: list[str]) -> str:
    named = ", ".join(migrations[:NAMED])
    more = len(migrations) - NAMED
    return f"{named} and {more} more" if more > 0 else named


def _way_out(connection: BaseDatabaseWrapper) -> str:
    if connection.vendor == "sqlite":
        path = Path(connection.settings_dict["NAME"])
        aside = path.with_name(f"earlier-{timezone.now():%Y%m%dT%H%M%S}")
        database, folder = shlex.quote(str(path)), shlex.quote(str(aside))
        # With what SQLite keeps beside it: `-wal` may hold the last changes.
        change = (
            f"Move it aside and repeat the command:\n\n    mkdir {folder} && "
            f"mv {database}* {folder}/\n\nThe new database begins with no content of the old one."
        )
    else:
        change = "Create an empty database, name it in DATABASE_URL and repeat the command."
    return (
        f"Nothing was changed. {change} Uploads stay where they are. The old content can be used "
        "with the version that made it."
    )
