"""A database of other migrations is recognised before anything happens to it."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import Tags, run_checks
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.utils import ConnectionHandler

from govlab.core import migration_history
from govlab.core.migration_history import check_migration_history, unknown_migrations

pytestmark = pytest.mark.django_db


@pytest.fixture
def former() -> None:
    for number in range(2, 6):
        MigrationRecorder(connection).record_applied("cases", f"000{number}_former")


def handler(path: Path) -> ConnectionHandler:
    return ConnectionHandler(
        {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path)}}
    )


def test_the_projects_own_database_passes() -> None:
    assert check_migration_history(databases=["default"]) == []


def test_migrations_that_a_library_dropped_pass() -> None:
    MigrationRecorder(connection).record_applied("wagtailcore", "0001_squashed_former")
    assert check_migration_history(databases=["default"]) == []


def test_former_migrations_are_reported_with_a_way_out(former: None) -> None:
    [error] = run_checks(tags=[Tags.database], databases=["default"])
    assert error.id == "govlab.E010"
    assert "cases.0002_former, cases.0003_former, cases.0004_former and 1 more" in error.msg
    assert "Nothing was changed." in error.hint


def test_migrate_refuses_and_changes_nothing(former: None) -> None:
    before = MigrationRecorder(connection).applied_migrations()
    with pytest.raises(SystemCheckError, match=r"govlab\.E010"):
        call_command("migrate", verbosity=0, skip_checks=False)
    assert MigrationRecorder(connection).applied_migrations().keys() == before.keys()


def test_the_command_in_the_hint_moves_all_of_a_file_aside(
    tmp_path: Path, monkeypatch: Any
) -> None:
    path = tmp_path / "it's dev.sqlite3"
    path.touch()
    (tmp_path / f"{path.name}-wal").write_text("the last changes")
    files = handler(path)
    monkeypatch.setattr(migration_history, "connections", files)
    monkeypatch.setattr(
        MigrationRecorder,
        "applied_migrations",
        lambda self: dict.fromkeys([("home", "0009_former")]),
    )
    [error] = check_migration_history(databases=["default"])
    files.close_all()
    [command] = re.findall(r"^    (.+)$", error.hint, re.MULTILINE)
    subprocess.run(["bash", "-c", command], check=True)
    [aside] = tmp_path.iterdir()
    assert {file.name for file in aside.iterdir()} == {path.name, f"{path.name}-wal"}


def test_a_database_that_cannot_be_read_is_somebody_elses_error(tmp_path: Path) -> None:
    files = handler(tmp_path / "no" / "such" / "folder.sqlite3")
    assert unknown_migrations(files["default"]) == []


def test_an_empty_database_passes(tmp_path: Path) -> None:
    files = handler(tmp_path / "new.sqlite3")
    assert unknown_migrations(files["default"]) == []
    files.close_all()
