"""axe finds nothing on any kind of public page."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
BESIDE_PAGES = [
    "/lv/meklet/?q=metode",
    "/en/search/?q=qwxyz",
    "/lv/jaunumi/?kind=event&page=1",
    "/lv/pieredzes-stasti/?stage=unknown",
    "/lv/nav-tadas-lapas/",
    "/lv/metodes/?phase=test&people=few&compare=personas",
    "/en/methods/?phase=prototype&duration=longer",
    "/lv/metodes/?phase=unknown",
    "/lv/metodes/?compare=personas,klienta-celojuma-karte",
    "/en/methods/?compare=personas-method,customer-journey-map",
    "/lv/metodes/personas/?view=card",
]


def violations(tab: Page) -> list[str]:
    found = Axe().run(tab, options={"runOnly": RULES}).response["violations"]
    return [
        f"{violation['id']}: {node['html']}" for violation in found for node in violation["nodes"]
    ]


def test_axe_finds_nothing(
    site: str, starting_content: None, examples: Callable[[], list[str]], tab: Page
) -> None:
    """Latvian pages as a phone shows them, English ones as a desktop does."""
    for address in [*examples(), *BESIDE_PAGES]:
        width = 390 if address.startswith("/lv/") else 1280
        tab.set_viewport_size({"width": width, "height": 900})
        tab.goto(site + address)
        assert violations(tab) == [], address


def test_axe_would_find_something(tab: Page) -> None:
    tab.set_content('<html lang="lv"><title>x</title><main><h1>x</h1><img src="x.png"></main>')
    assert any(violation.startswith("image-alt") for violation in violations(tab))
