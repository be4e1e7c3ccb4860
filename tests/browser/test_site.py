"""What only a browser can tell: layout on a phone and the keyboard."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from home.choices import Phase
from home.models import MethodPage
from tests.factories import make_news, make_news_index, publish, translate_page

from .test_accessibility import BESIDE_PAGES

pytestmark = pytest.mark.browser


# What WCAG 1.4.12 lets readers set.
SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
    " word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"
)
# A word that no dictionary divides, in place of each text that an editor may write.
LONG_WORDS = """() => {
    const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode;
        const ours = text.parentElement.closest("button, option, .belt__name, .unbroken");
        if (text.data.trim().length > 3 && !ours)
            text.data = "Starpministrijukoordinācijasmehānismapilnveidošanasiespējamības";
    }
}"""
WIDER_THAN_THE_WINDOW = "document.documentElement.scrollWidth > window.innerWidth"
SCROLLED_TABLES = """[...document.querySelectorAll(".table-scroll")]
    .filter((box) => box.scrollWidth > box.clientWidth).length"""
MOVING = "document.getAnimations().length"
SMALL_TARGETS = """[...document.querySelectorAll("a, button, input, select, summary")]
    .filter((node) => !node.closest("p, dd, li li, .visually-hidden, .skip-link"))
    .map((node) => [node.outerHTML.slice(0, 90), node.getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
    .map(([html, box]) => `${html} ${Math.round(box.width)} × ${Math.round(box.height)}`)"""


def test_every_page_fits_a_narrow_phone(
    site: str, starting_content: None, examples: Callable[[], list[str]], chromium: Browser
) -> None:
    """Also with a reader's own spacing, and whatever words it has. Nothing moves where readers want
    that, and what is pressed is 24 pixels wide and high. Tables fit desktops too."""
    context = chromium.new_context(
        viewport={"width": 320, "height": 640}, bypass_csp=True, reduced_motion="reduce"
    )
    tab, wide, moving, small, scrolled = context.new_page(), [], [], [], []
    # Its name is the last one of the belt of phases.
    last = MethodPage.objects.live().filter(phase=Phase.TEST).first().url
    for path in [*examples(), *BESIDE_PAGES, last]:
        tab.goto(site + path)
        if tab.evaluate(MOVING):
            moving.append(path)
        for width in (1280, 320):
            tab.set_viewport_size({"width": width, "height": 640})
            scrolled += [(path, width)] * tab.evaluate(SCROLLED_TABLES)
        small += [(path, html) for html in tab.evaluate(SMALL_TARGETS)]
        for change in ("nothing", "spacing", "words"):
            if change == "spacing":
                tab.add_style_tag(content=SPACING)
            elif change == "words":
                tab.evaluate(LONG_WORDS)
            if tab.evaluate(WIDER_THAN_THE_WINDOW):
                wide.append((path, change))
    assert (wide, moving, small, scrolled) == ([], [], [], [])


def test_root_leads_a_latvian_browser_to_latvian(site: str, home: Any, tab: Page) -> None:
    tab.goto(site + "/")
    assert tab.url == f"{site}/lv/"


def test_keyboard_reaches_the_content_first(site: str, home: Any, tab: Page) -> None:
    tab.goto(f"{site}/lv/")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(f"{site}/lv/#main")


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
    kind, fold = form.locator("[name=kind]"), form.locator("summary")
    expect(fold).to_be_hidden()
    expect(kind).to_be_visible()
    tab.set_viewport_size({"width": 360, "height": 740})
    expect(kind).to_be_hidden()
    fold.click()
    kind.select_option("result")
    form.locator("[type=submit]").click()
    expect(tab.get_by_role("link", name="Iznākums")).to_be_visible()
    expect(tab.get_by_role("link", name="Paziņojums")).to_have_count(0)
    # What is chosen stays in view.
    expect(kind).to_be_visible()
    tab.locator('a[hreflang="en"]').first.click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("News")
    assert tab.url.startswith(f"{site}/en/news/")
    context.close()
