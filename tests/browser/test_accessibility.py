"""axe finds nothing on any kind of public page."""

from collections.abc import Callable
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
BESIDE_PAGES = [
    "/lv/meklet/?q=metode",
    "/en/search/?q=qwxyz",
    "/lv/jaunumi/?kind=event&page=1",
    "/lv/pieredzes-stasti/?stage=unknown",
    "/lv/nav-tadas-lapas/",
]


def violations(tab: Page) -> list[str]:
    found = Axe().run(tab, options={"runOnly": RULES}).response["violations"]
    return [
        f"{violation['id']}: {node['html']}" for violation in found for node in violation["nodes"]
    ]


def test_axe_finds_nothing(
    site: str, starting_content: None, examples: Callable[[], list[str]], tab: Page
) -> None:
    """In both themes, on a narrow phone and a desktop."""
    for address in [*examples(), *BESIDE_PAGES]:
        tab.goto(site + address)
        for theme in THEMES:
            tab.emulate_media(color_scheme=theme, reduced_motion="reduce")
            for width in (320, 1280):
                tab.set_viewport_size({"width": width, "height": 900})
                assert violations(tab) == [], (address, theme, width)


def test_axe_would_find_something(tab: Page) -> None:
    tab.set_content('<html lang="lv"><title>x</title><main><h1>x</h1><img src="x.png"></main>')
    assert any(violation.startswith("image-alt") for violation in violations(tab))
