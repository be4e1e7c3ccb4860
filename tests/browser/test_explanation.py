"""The screen that explains results: without a script, on a phone and a desktop, for axe."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.editors import PASSWORD, roles
from tests.factories import make_promotion, make_standard, make_synonym, publish
from tests.factories.accounts import make_account
from tests.search.indexed import bring_up_to_date

from .axe import violations

pytestmark = pytest.mark.browser

WIDTHS = (360, 1280)
QUERY = 'talka "prototipu izgatavošana" -vēstule'


@pytest.fixture
def curator(home: Any) -> Any:
    publish(home)
    pages = [
        publish(make_standard(home, title=f"{word} prototipu izgatavošana", summary="Talka."))
        for word in ("Pirmā", "Otrā")
    ]
    make_synonym("talka", "darbnīca")
    make_promotion("prototips", pages=pages[1:])
    bring_up_to_date()
    return make_account(roles()["curator"], password=PASSWORD)


def sign_in(tab: Page, site: str, account: Any) -> None:
    tab.goto(f"{site}/admin/")
    tab.fill("input[name=username]", account.username)
    tab.fill("input[name=password]", PASSWORD)
    tab.click("button[type=submit]")


def test_on_a_phone_and_a_desktop(site: str, curator: Any, tab: Page) -> None:
    sign_in(tab, site, curator)
    tab.goto(f"{site}/admin/search/explanation/")
    tab.fill(".explain input[name=q]", "prototipi")
    tab.get_by_role("button", name="Paskaidrot").click()
    expect(tab.locator(".explain__title")).to_have_count(2)
    expect(tab.locator(".explain__title").first).to_have_text("Otrā prototipu izgatavošana")
    for query in ("?q=prototipi", f"?q={QUERY}", "?q=", "?q=nekas"):
        tab.goto(f"{site}/admin/search/explanation/{query}&locale=lv")
        for details in tab.locator(".explain details summary").all():
            details.click()
        for width in WIDTHS:
            tab.set_viewport_size({"width": width, "height": 900})
            assert violations(tab, ".explain") == [], (query, width)
            page = "document.documentElement"
            assert tab.evaluate(f"{page}.scrollWidth <= {page}.clientWidth"), (query, width)


def test_without_a_script(site: str, curator: Any, chromium: Browser, tab: Page) -> None:
    sign_in(tab, site, curator)
    context = chromium.new_context(java_script_enabled=False)
    context.add_cookies(
        [
            {"name": each["name"], "value": each["value"], "url": site}
            for each in tab.context.cookies()
        ]
    )
    plain = context.new_page()
    plain.goto(f"{site}/admin/search/explanation/")
    plain.fill(".explain input[name=q]", "prototips")
    plain.click(".explain button[type=submit]")
    expect(plain.locator(".explain__title")).to_have_count(2)
    context.close()
