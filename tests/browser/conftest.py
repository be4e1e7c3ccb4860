"""A real Chromium against a live server with the starting content."""

from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from playwright.sync_api import Browser, Page, sync_playwright
from wagtail.models import Locale
from wagtail.models import Page as WagtailPage

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=settings.GOVLAB_CHROMIUM, args=ARGUMENTS
        )
        yield browser
        browser.close()


@pytest.fixture
def site(transactional_db: None, live_server: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    """The live server's address. A flush between tests takes the tree's root along."""
    # Playwright's event loop makes Django think that it is called from asynchronous code.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    locale, _ = Locale.objects.get_or_create(language_code="lv")
    if not WagtailPage.get_first_root_node():
        WagtailPage.add_root(title="Root", slug="root", locale=locale)
    call_command("load_starting_content", stdout=StringIO())
    address: str = live_server.url
    return address


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    """A tab with Latvian preferences and a desktop window."""
    context = chromium.new_context(locale="lv-LV", viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
