"""Fixtures shared by all rooms."""

from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction
from django.test import Client, TestCase, override_settings
from hypothesis import settings as hypothesis_settings

from govlab.delivery.api.response_cache import response_cache
from tests.factories import make_home

hypothesis_settings.register_profile("long", max_examples=5_000)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Tables that tests measured and recorded, for whoever reads the log of a run."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == "measured" and report.when == "call":
                terminalreporter.write_line(f"\n{value}")


@pytest.fixture(scope="session", autouse=True)
def _media(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Uploads lie among pytest's own directories: it clears those of runs that were killed too."""
    with override_settings(
        MEDIA_ROOT=str(tmp_path_factory.mktemp("media")),
        GOVLAB_UPLOADS_ROOT=str(tmp_path_factory.mktemp("uploads")),
    ):
        yield


@pytest.fixture(autouse=True)
def _clean_cache() -> None:
    """Of answers too: a log that a test undid reaches the same head again with other documents."""
    cache.clear()
    response_cache.clear()


@pytest.fixture
def home(db: None) -> Any:
    return make_home()


@pytest.fixture
def editor_client(client: Client, admin_user: Any) -> Client:
    client.force_login(admin_user)
    return client


@pytest.fixture(scope="module")
def starting_content(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """What the command printed. Loaded once for a module, inside a transaction that is rolled back,
    with the publications that wait for a commit carried out."""
    with django_db_blocker.unblock():
        atomic = transaction.atomic()
        atomic.__enter__()
        try:
            output = StringIO()
            with TestCase.captureOnCommitCallbacks(execute=True):
                call_command("load_starting_content", stdout=output)
            yield output.getvalue()
        finally:
            transaction.set_rollback(True)
            atomic.__exit__(None, None, None)
