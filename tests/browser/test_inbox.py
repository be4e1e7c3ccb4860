"""A translator's way from the dashboard to the text to translate, at both widths."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.editors import roles
from tests.factories import make_standard, publish, translate_page
from tests.factories.accounts import make_account

pytestmark = pytest.mark.browser
PASSWORD = "parole-testam"


@pytest.fixture
def translator(home: Any) -> Any:
    translate_page(publish(home), title="Home", summary="Summary.")
    for title in ("Pirmā", "Otrā"):
        publish(make_standard(home, title=title))
    return make_account(roles()["translator-en"], password=PASSWORD)


def test_from_a_number_to_the_translation(site: str, translator: Any, tab: Page) -> None:
    tab.goto(f"{site}/admin/")
    tab.fill("input[name=username]", translator.username)
    tab.fill("input[name=password]", PASSWORD)
    tab.click("button[type=submit]")
    tab.get_by_role("link", name="2 trūkstoši tulkojumi").click()
    rows = tab.locator("#listing-results tbody tr")
    expect(rows).to_have_count(2)
    expect(tab.locator("#listing-results h2")).to_contain_text("Atrasti 2 ieraksti")

    # A filter replaces the list by a script, and its buttons still work.
    tab.locator("main input[name=q]").fill("Pirmā")
    expect(rows).to_have_count(1)
    rows.get_by_role("button", name="Uzņemties").click()
    expect(tab.locator(".messages")).to_contain_text("tagad ir uzticēts jums")
    tab.set_viewport_size({"width": 390, "height": 844})
    page = "document.documentElement"
    assert tab.evaluate(f"{page}.scrollWidth <= {page}.clientWidth")
    row = rows.filter(has_text="Pirmā")
    expect(row.get_by_role("button", name="Atdot")).to_be_visible()
    row.get_by_role("button", name="Sākt tulkojumu").click()
    tab.wait_for_url(re.compile(r"/admin/pages/\d+/edit/"))

    tab.goto(f"{site}/admin/")
    expect(tab.get_by_role("link", name="1 trūkstošs tulkojums")).to_be_visible()
    tab.get_by_role("link", name="1 jums uzticēts tulkojums").click()
    expect(rows).to_have_count(1)
    rows.get_by_role("link", name="Pirmā").click()
    tab.wait_for_url(re.compile(r"/admin/pages/\d+/edit/"))
