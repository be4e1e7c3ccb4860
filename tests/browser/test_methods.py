"""What only a browser can tell of methods: the printed card, and steps that are ticked off."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from govlab.delivery.log import relay
from govlab.delivery.models import Document
from home.models import MethodStep
from tests.factories import make_method, make_method_index

pytestmark = pytest.mark.browser


def pages_of_pdf(tab: Page) -> int:
    """The number of pages on paper of the size that the page asks for."""
    tab.emulate_media(media="print")
    pdf = tab.pdf(prefer_css_page_size=True)
    assert re.search(rb"/MediaBox \[0 0 59[45][.\d]* 84[12]", pdf), "A4"
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def longest(locale: str) -> str:
    """The path of the method with the longest document."""
    rows = Document.objects.filter(type="method", locale=locale, live=True)
    return str(json.loads(max(rows.values_list("json", flat=True), key=len))["path"])


def with_steps(home: Any, number: int, text: str) -> Any:
    method = make_method(make_method_index(home), "Karte")
    for at in range(1, number + 1):
        method.steps.add(MethodStep(title=f"Solis {at}", text=text, locale=method.locale))
    method.save()
    return method


def test_the_card_of_the_longest_method_is_one_page(
    site: str, starting_content: None, tab: Page
) -> None:
    for locale in ("lv", "en"):
        tab.goto(f"{site}{longest(locale)}?view=card")
        assert pages_of_pdf(tab) == 1
        expect(
            tab.locator(".site-header, .site-footer, .notice, .card-actions").first
        ).to_be_hidden()
        expect(tab.locator(".method-card h1")).to_be_visible()


@pytest.mark.parametrize(("steps", "length"), [(5, 150), (8, 220), (12, 300)])
def test_the_card_of_a_method_with_long_steps_is_one_page(
    site: str, home: Any, tab: Page, steps: int, length: int
) -> None:
    sentence = "Uzrakstiet uz lapiņas vienu novērojumu un pielīmējiet to pie sienas. "
    method = with_steps(home, steps, (sentence * 9)[:length])
    relay.drain()
    tab.goto(f"{site}{method.url}?view=card")
    expect(tab.locator(".method-card__steps li")).to_have_count(steps)
    assert pages_of_pdf(tab) == 1


def test_steps_are_ticked_off_and_kept_in_the_browser(site: str, home: Any, tab: Page) -> None:
    method = with_steps(home, 3, "Teksts.")
    relay.drain()
    tab.goto(site + method.url)
    status = tab.locator(".guide [role=status]")
    step = tab.locator(".guide li")
    expect(status).to_have_text("Paveikti soļi: 0 no 3")
    step.nth(0).get_by_role("button", name="Nākamais solis").click()
    expect(step.nth(1).get_by_role("heading")).to_be_focused()
    step.nth(2).get_by_role("checkbox", name="Pabeigts: Solis 3").check()
    expect(status).to_have_text("Paveikti soļi: 2 no 3")

    tab.reload()
    expect(status).to_have_text("Paveikti soļi: 2 no 3")
    tab.get_by_role("button", name="Turpināt").click()
    expect(step.nth(1).get_by_role("heading")).to_be_focused()
    step.nth(1).get_by_role("button", name="Nākamais solis").click()
    expect(status).to_have_text("Visi soļi ir paveikti.")
    expect(status).to_be_focused()

    tab.get_by_role("button", name="Sākt no jauna").click()
    expect(step.nth(0).get_by_role("heading")).to_be_focused()
    expect(status).to_have_text("Paveikti soļi: 0 no 3")
    assert tab.evaluate("localStorage.length") == 0
    assert tab.context.cookies() == []
