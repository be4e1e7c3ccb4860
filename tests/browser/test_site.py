"""What only a browser can tell: layout on a phone, the keyboard, editing from start to end."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import Browser, Page, expect
from wagtail.models import Page as WagtailPage

from tests.factories import make_news, make_news_index, publish, translate_page

pytestmark = pytest.mark.browser


def examples() -> list[str]:
    """One public page of every type and language."""
    chosen: dict[tuple[Any, Any], str] = {}
    for page in WagtailPage.objects.live().filter(depth__gt=1).order_by("path"):
        if page.url:
            chosen.setdefault((page.content_type_id, page.locale_id), page.url)
    return list(chosen.values())


def test_no_page_scrolls_sideways_on_a_phone(site: str, starting_content: None, tab: Page) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    wide = []
    for path in examples():
        tab.goto(site + path)
        if tab.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            wide.append(path)
    assert wide == []


def test_root_leads_a_latvian_browser_to_latvian(site: str, home: Any, tab: Page) -> None:
    tab.goto(site + "/")
    assert tab.url == f"{site}/lv/"


def test_keyboard_reaches_the_content_first(site: str, home: Any, tab: Page) -> None:
    tab.goto(f"{site}/lv/")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    assert tab.url.endswith("#main")


def test_switching_language_and_filtering_need_no_script(
    site: str, home: Any, chromium: Browser
) -> None:
    index = make_news_index(home, slug="jaunumi")
    publish(make_news(index, "Iznākums", kind="result"))
    publish(make_news(index, "Paziņojums"))
    translate_page(home, title="Home")
    translate_page(index, title="News", slug="news")
    context = chromium.new_context(java_script_enabled=False, locale="lv-LV")
    tab = context.new_page()
    tab.goto(f"{site}/lv/jaunumi/")
    expect(tab.get_by_role("link", name="Paziņojums")).to_be_visible()
    form = tab.locator("form:has([name=kind])")
    form.locator("[name=kind]").select_option("result")
    form.locator("[type=submit]").click()
    expect(tab.get_by_role("link", name="Iznākums")).to_be_visible()
    expect(tab.get_by_role("link", name="Paziņojums")).to_have_count(0)
    tab.locator('a[hreflang="en"]').first.click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("News")
    assert tab.url.startswith(f"{site}/en/news/")
    context.close()


def test_editor_publishes_a_news_item(site: str, home: Any, tab: Page) -> None:
    """Logs in, writes news in Latvian, publishes, and finds it on the site."""
    get_user_model().objects.create_superuser("redaktore", "r@example.org", "parole-testam")
    index = make_news_index(home, slug="jaunumi")
    tab.goto(f"{site}/admin/")
    tab.fill("input[name=username]", "redaktore")
    tab.fill("input[name=password]", "parole-testam")
    tab.click("button[type=submit]")
    tab.goto(f"{site}/admin/pages/add/news/newspage/{index.pk}/")
    tab.fill("[name=title]", "Pārlūkā rakstīta ziņa")
    tab.fill("[name=summary]", "Ziņa, ko redaktore rakstīja pārlūkā.")
    tab.locator("footer [data-w-dropdown-target=toggle], footer .w-dropdown button").first.click()
    tab.locator("button[name=action-publish]").click()
    tab.wait_for_url(f"**/admin/pages/{index.pk}/")
    tab.goto(f"{site}/lv/jaunumi/")
    expect(tab.get_by_role("link", name="Pārlūkā rakstīta ziņa")).to_be_visible()
