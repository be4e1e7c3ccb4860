"""An approver of both languages deletes a page with its translation, and restores both."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import Browser, Page, expect

from tests.factories import make_news, make_news_index, publish, translate_page

from .editors import Editor, roles

pytestmark = pytest.mark.browser

LATVIAN, ENGLISH = "/lv/jaunumi/izsole/", "/en/news/auction/"


@pytest.fixture
def news(home: Any) -> Any:
    translate_page(publish(home), title="Home", summary="Home.")
    index = publish(make_news_index(home, slug="jaunumi"))
    translate_page(index, title="News", slug="news", summary="News.")
    news = publish(make_news(index, "Izsole", slug="izsole"))
    translate_page(news, title="Auction", slug="auction", summary="An auction.")
    return news


@pytest.fixture
def approver(site: str, news: Any, chromium: Browser) -> Iterator[Page]:
    """The tab of an account that approves both languages."""
    groups = roles()
    editor = Editor(chromium, site, "apstiprinataja", groups["approver-lv"])
    get_user_model().objects.get(username="apstiprinataja").groups.add(groups["approver-en"])
    yield editor.tab
    editor.tab.context.close()


def status(reader: Page, address: str) -> int:
    response = reader.goto(address)
    assert response
    return response.status


def test_delete_and_restore(site: str, news: Any, approver: Page, chromium: Browser) -> None:
    reader = chromium.new_context().new_page()
    assert [status(reader, site + path) for path in (LATVIAN, ENGLISH)] == [200, 200]

    approver.goto(f"{site}/admin/pages/{news.pk}/delete/")
    expect(approver.get_by_text("„Auction” (angļu)")).to_be_visible()
    expect(approver.get_by_label("Tas pats ar tulkojumiem")).to_be_checked()
    approver.get_by_label("Iemesls").select_option(label="Publicēts kļūdas dēļ")
    approver.get_by_label("Paskaidrojums lasītājiem (latviešu)").fill("Izsole nenotiks.")
    approver.get_by_role("button", name="Jā, dzēst").click()
    expect(approver.locator(".messages")).to_contain_text("Lapa „Izsole” ir atkritnē")
    expect(approver.locator(".messages")).to_contain_text("tulkojums „Auction” (angļu)")
    # An explanation was given in Latvian only.
    assert [status(reader, site + path) for path in (ENGLISH, LATVIAN)] == [410, 410]
    expect(reader.get_by_text("Izsole nenotiks.")).to_be_visible()

    approver.get_by_role("link", name="Atvērt atkritni").click()
    row = approver.get_by_role("listitem").filter(has_text="Izsole")
    expect(row).to_contain_text("Izsole nenotiks.")
    expect(row).to_contain_text("30")
    row.get_by_role("link", name="Atjaunot").click()
    approver.get_by_label("No jauna publicēt to, kas bija publicēts").check()
    approver.get_by_role("button", name="Atjaunot").click()
    approver.wait_for_url(re.compile(rf"/admin/pages/{news.get_parent().pk}/"))
    assert [status(reader, site + path) for path in (LATVIAN, ENGLISH)] == [200, 200]
    reader.context.close()
