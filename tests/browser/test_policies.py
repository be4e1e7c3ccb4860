"""The policies as a browser obeys them: nothing of ours is refused, on the site or to editors."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.factories import make_news, make_news_index, publish

pytestmark = pytest.mark.browser

WATCH = """
window.refused = [];
addEventListener("securitypolicyviolation", (event) =>
    refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""


def refused(tab: Page) -> Any:
    return tab.evaluate("window.refused")


def test_pages_of_the_site(
    site: str, starting_content: None, examples: Callable[[], list[str]], tab: Page
) -> None:
    tab.add_init_script(WATCH)
    others = ["/lv/meklet/?q=vestule", "/en/search/?q=letter", "/lv/none/", "/en/none/"]
    for path in [*examples(), *others, "/api/v1/docs"]:
        tab.goto(site + path)
        assert refused(tab) == [], path
    expect(tab.locator(".opblock").first).to_be_visible()
    assert refused(tab) == []


def test_what_an_editor_does(site: str, home: Any, admin_user: Any, tab: Page) -> None:
    page = publish(make_news(make_news_index(home)))
    tab.add_init_script(WATCH)
    tab.goto(f"{site}/admin/login/?next=/admin/pages/{page.pk}/edit/")
    tab.fill("[name=username]", "admin")
    tab.fill("[name=password]", "password")
    assert refused(tab) == []
    tab.click("[type=submit]")
    expect(tab.locator("[name=title]")).to_have_value(page.title)
    tab.locator("[data-side-panel-toggle=preview]").click()
    expect(tab.frame_locator("iframe[title]").first.locator("h1")).to_have_text(page.title)
    assert refused(tab) == []
    for path in (
        "",
        "images/add/",
        "documents/multiple/add/",
        f"pages/{page.pk}/history/",
        "users/",
    ):
        tab.goto(f"{site}/admin/{path}")
        assert refused(tab) == [], path
