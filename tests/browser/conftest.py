"""A real Chromium against a live server."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.servers.basehttp import ThreadedWSGIServer
from playwright.sync_api import Browser, Page, sync_playwright
from wagtail.models import Page as WagtailPage

from tests.factories import make_home, make_roots
from tests.starting_content import starting_content as starting_content_in

from .window import DESKTOP

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
SECONDS_TO_FINISH = 30


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    # While Playwright's event loop stands, Django takes this thread for asynchronous code. The
    # flush after each test counts too, so the permission lasts as long as the browser.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=settings.GOVLAB_CHROMIUM, args=ARGUMENTS
        )
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def site(chromium: Browser, live_server: Any) -> Iterator[str]:
    """The live server's address, over a database with nothing but its roots.

    Afterwards no tab is left that would keep a thread of the server, and its connection, open;
    and no request that a tab asked for as it closed, which would write into what is cleared up.
    """
    make_roots()
    yield live_server.url
    for context in chromium.contexts:
        context.close()
    for thread in threading.enumerate():
        if thread.name.endswith(f"({ThreadedWSGIServer.process_request_thread.__name__})"):
            thread.join(SECONDS_TO_FINISH)
            assert not thread.is_alive(), "A request did not end after its tab had closed."


@pytest.fixture
def home(site: str) -> Any:
    return make_home()


@pytest.fixture
def starting_content(site: str, shared_directory: Path) -> Iterator[None]:
    with starting_content_in(shared_directory / "starting-content"):
        yield


@pytest.fixture
def examples(site: str) -> Callable[[], list[str]]:
    """Gives the address of one public page of every type and language."""

    def addresses() -> list[str]:
        chosen: dict[tuple[Any, Any], str] = {}
        for page in WagtailPage.objects.live().filter(depth__gt=1).order_by("path"):
            if page.url:
                chosen.setdefault((page.content_type_id, page.locale_id), page.url)
        return list(chosen.values())

    return addresses


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    """A tab with Latvian preferences and a desktop window."""
    context = chromium.new_context(**DESKTOP)
    yield context.new_page()
    context.close()
