"""Fixtures shared by all rooms."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client, TransactionTestCase, override_settings
from django.utils import translation
from hypothesis import settings as hypothesis_settings
from wagtail.signal_handlers import disable_reference_index_auto_update

from govlab.delivery.api.response_cache import response_cache
from govlab.delivery.log import relay
from govlab.website.reader.lookup import frame_cache
from govlab.website.reader.plan import forget_plans
from tests import indexing, scheduler, snapshot
from tests.factories import make_home, remove_home
from tests.starting_content import starting_content as starting_content_in

hypothesis_settings.register_profile("thorough", max_examples=500)
hypothesis_settings.register_profile("long", max_examples=5_000)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    return scheduler.make(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    # On SQLite, what commits leaves no roots behind, and stays where pytest-django puts it: last.
    if "PYTEST_XDIST_WORKER" in os.environ and snapshot.possible():
        scheduler.arrange(items)


def pytest_collection_finish() -> None:
    """What importing left stays until the end: looking through it takes a twentieth of a run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)
    indexing.stop()


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Tables that tests measured and recorded, for whoever reads the log of a run."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == "measured" and report.when == "call":
                terminalreporter.write_line(f"\n{value}")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """All tests begin with a front page, which is not relayed yet.

    After a test that commits, the database is again as here, roots included: so any test may come
    next. A flush would take longer, and leave less.
    """
    quietly = override_settings(GOVLAB_INLINE_RELAY=False)
    with django_db_blocker.unblock(), quietly, transaction.atomic():
        make_home()
    if not snapshot.possible():
        yield
        return
    with django_db_blocker.unblock():
        first = snapshot.take()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _: snapshot.restore(first))
        yield
    # Connections of threads that are over, as of the tests' servers, close when they are collected.
    gc.collect()


@pytest.fixture(scope="session", autouse=True)
def _media(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Uploads lie among pytest's own directories: it clears those of runs that were killed too."""
    with override_settings(
        MEDIA_ROOT=str(tmp_path_factory.mktemp("media")),
        GOVLAB_UPLOADS_ROOT=str(tmp_path_factory.mktemp("uploads")),
    ):
        yield


@pytest.fixture(autouse=True)
def _as_in_a_new_process() -> None:
    """No response in a cache, as a log that a test undid reaches the same head again with other
    documents; no plan of a page, as tests register types; and no language, which a request leaves
    active."""
    cache.clear()
    response_cache.clear()
    frame_cache.clear()
    forget_plans()
    translation.deactivate()


class SiteClient(Client):
    """Relays before each page of the site, as happens after each commit: a test's transaction has
    none."""

    def request(self, **request: Any) -> Any:
        if str(request.get("PATH_INFO", "")).startswith(("/lv/", "/en/")):
            relay.drain()
        return super().request(**request)


@pytest.fixture
def client() -> Client:
    return SiteClient()


@pytest.fixture
def home(db: None) -> Any:
    return make_home()


@pytest.fixture
def empty_site(db: None) -> None:
    """There is no front page yet."""
    remove_home()


@pytest.fixture
def admin_index() -> Iterator[None]:
    """The administration's search finds what the test saves."""
    with indexing.indexing():
        yield


@pytest.fixture
def reference_index() -> None:
    """What a test saves is found where it is used, as Wagtail shows it, and `editing/shown_by/`."""


@pytest.fixture(autouse=True)
def _reference_index_if_asked_for(request: pytest.FixtureRequest) -> Iterator[None]:
    """Keeping Wagtail's reference index takes a twelfth of the statements of a test that saves
    pages. What fixtures of modules and other threads save is in it nevertheless."""
    if "reference_index" in request.fixturenames:
        yield
        return
    with disable_reference_index_auto_update():
        yield


@pytest.fixture
def editor_client(client: Client, admin_user: Any) -> Client:
    client.force_login(admin_user)
    return client


@pytest.fixture(scope="session")
def shared_directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all processes of a run: each has its own below it."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="module")
def starting_content(
    django_db_setup: None,
    django_db_blocker: Any,
    shared_directory: Path,
) -> Iterator[str]:
    """What the command printed. There once for a module, in a transaction that is rolled back."""
    with django_db_blocker.unblock():
        atomic = transaction.atomic()
        atomic.__enter__()
        try:
            with starting_content_in(shared_directory / "starting-content") as output:
                yield output
        finally:
            transaction.set_rollback(True)
            atomic.__exit__(None, None, None)
