"""axe finds nothing on any kind of public page."""

import os
from collections.abc import Callable
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Page, expect

from contact.problems.stamp import SHORTEST
from legal.evaluation import Evaluation, latest, write

from .axe import violations

pytestmark = pytest.mark.browser

THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
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


def test_axe_finds_nothing(
    site: str, starting_content: None, examples: Callable[[], list[str]], tab: Page
) -> None:
    """In both themes, on a narrow phone and a desktop. With WRITE_EVALUATION=1 the accessibility
    statement gets the result."""
    addresses = [*examples(), *BESIDE_PAGES]
    for address in addresses:
        tab.goto(site + address)
        for theme in THEMES:
            tab.emulate_media(color_scheme=theme, reduced_motion="reduce")
            for width in (320, 1280):
                tab.set_viewport_size({"width": width, "height": 900})
                assert violations(tab) == [], (address, theme, width)
    if os.environ.get("WRITE_EVALUATION"):
        version = Axe().run(tab).response["testEngine"]["version"]
        today = timezone.localdate()
        write(Evaluation(today, "axe-core", version, pages=len(addresses), findings=0))


def test_the_statement_tells_of_an_evaluation_that_took_place() -> None:
    found = latest()
    assert found.version
    assert found.pages > 20
    assert found.findings == 0


def test_axe_finds_nothing_in_the_steps_of_the_form(
    site: str, starting_content: None, tab: Page
) -> None:
    tab.set_viewport_size({"width": 390, "height": 900})
    tab.goto(f"{site}/lv/pastastiet-problemu/")
    tab.click("main form button[value=check]")
    expect(tab.locator(".error-summary")).to_be_focused()
    assert violations(tab) == []
    tab.click(".error-summary a >> nth=0")
    assert tab.evaluate("document.activeElement.id") == "id_problem"
    tab.fill("#id_problem", "Veidlapa prasa ziņas, kuras iestādei jau ir.")
    tab.check("#id_consent")
    tab.click("main form button[value=check]")
    expect(tab.locator("h1")).to_have_text("Pārbaudiet, ko uzrakstījāt")
    assert violations(tab) == []
    tab.wait_for_timeout(SHORTEST.total_seconds() * 1000)
    tab.click("main form button[value=send]")
    assert tab.locator(".reference").inner_text().startswith("P-")
    assert violations(tab) == []
    assert tab.context.cookies() == []


def test_a_vote_keeps_the_reader_on_the_page(site: str, starting_content: None, tab: Page) -> None:
    tab.goto(f"{site}/lv/misija/")
    tab.click(".useful button[value=yes]")
    tab.wait_for_selector(".useful__thanks:focus")
    assert tab.url == f"{site}/lv/misija/"
    assert tab.locator(".useful__thanks").inner_text().startswith("Paldies!")
    assert violations(tab) == []


def test_axe_would_find_something(tab: Page) -> None:
    tab.set_content('<html lang="lv"><title>x</title><main><h1>x</h1><img src="x.png"></main>')
    assert any(violation.startswith("image-alt") for violation in violations(tab))
