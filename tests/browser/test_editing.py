"""An editor's way from a Latvian draft to both languages of the site, as README tells it."""

import re
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import Browser, Page, Route, expect

from tests.factories import make_news, make_news_index, publish, translate_page

pytestmark = pytest.mark.browser

TITLE = "Pārlūkā rakstīta ziņa"
SUMMARY = "Redaktore to rakstīja un publicēja."
ADDRESS = "parluka-rakstita-zina"
ENGLISH = {
    TITLE: "News written in a browser",
    SUMMARY: "An editor wrote and published it.",
    ADDRESS: "news-from-a-browser",
}


@pytest.fixture
def news_index(home: Any) -> Any:
    index = publish(make_news_index(home, slug="jaunumi"))
    translate_page(home, title="Home")
    translate_page(index, title="News", slug="news")
    return index


@pytest.fixture
def editor(site: str, news_index: Any, tab: Page) -> Page:
    """The tab, logged in."""
    get_user_model().objects.create_superuser("redaktore", "r@example.org", "parole-testam")
    tab.goto(f"{site}/admin/")
    tab.fill("input[name=username]", "redaktore")
    tab.fill("input[name=password]", "parole-testam")
    tab.click("button[type=submit]")
    return tab


def write_news(editor: Page, site: str, index: Any) -> None:
    editor.goto(f"{site}/admin/pages/add/news/newspage/{index.pk}/")
    editor.fill("[name=title]", TITLE)
    editor.fill("[name=summary]", SUMMARY)
    editor.locator(
        "footer [data-w-dropdown-target=toggle], footer .w-dropdown button"
    ).first.click()
    editor.locator("button[name=action-publish]").click()
    editor.wait_for_url(f"**/admin/pages/{index.pk}/")


def start_translation(editor: Page, title: str) -> None:
    editor.get_by_role("link", name=title, exact=True).first.click()
    editor.locator("header [data-w-dropdown-target=toggle]").last.click()
    editor.get_by_role("link", name="Tulkot šo lapu").first.click()
    editor.get_by_label("Angļu").check()
    editor.get_by_role("button", name="Iesniegt").click()
    editor.wait_for_url(re.compile(r"/admin/pages/\d+/edit/"))


def translate_texts(editor: Page) -> None:
    """Each text beside its original; the address follows the title."""
    for source, translation in ENGLISH.items():
        row = editor.locator("[data-row]").filter(has_text=source)
        row.locator("input[type=text], textarea").first.fill(translation)


def publish_page(editor: Page) -> None:
    editor.locator("footer [data-w-dropdown-target=toggle]").first.click()
    editor.locator("button[name=action-publish]").click()


def hold_autosave(editor: Page, address: str) -> list[Route]:
    """The first one to this address, until the test lets it go on."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        if not held and "application/json" in route.request.headers.get("accept", ""):
            held.append(route)
        else:
            route.continue_()

    editor.route(address, hold)
    return held


_TYPES_UNTIL_SEEN = """() => {
    const field = document.querySelector("[name=summary]")
    if (!window.edited) field.value += " "
    return window.edited
}"""


def test_publishing_waits_for_autosave(site: str, news_index: Any, editor: Page) -> None:
    """Wagtail would create the page that autosave has just created, or refuse its address."""
    address = f"{site}/admin/pages/add/news/newspage/{news_index.pk}/"
    held = hold_autosave(editor, address)
    # What is typed before Wagtail begins to watch is no edit to it.
    editor.add_init_script(
        "addEventListener('w-unsaved:watch-edits', () => console.info('watched'));"
        "addEventListener('w-unsaved:add', () => { window.edited = true })"
    )
    with editor.expect_console_message(lambda message: message.text == "watched"):
        editor.goto(address)
    with editor.expect_request(lambda request: request.method == "POST" and request.url == address):
        editor.fill("[name=summary]", SUMMARY)
        editor.fill("[name=title]", TITLE)
        # It may begin again, and then takes what was typed for what was there.
        editor.wait_for_function(_TYPES_UNTIL_SEEN, polling=1000)
    editor.locator("footer [data-w-dropdown-target=toggle]").first.click()
    created = held[0].fetch()
    editor.locator("button[name=action-publish]").click()
    held[0].fulfill(response=created)
    editor.wait_for_url(f"**/admin/pages/{news_index.pk}/")
    news_index.refresh_from_db()
    assert news_index.get_children().live().count() == news_index.get_children().count() == 1


_TELLS = """
addEventListener("w-unsaved:watch-edits", () => console.info("watched"))
addEventListener("w-unsaved:add", () => { window.edited = true })
addEventListener("w-autosave:save", (event) => setTimeout(() => {
    console.info(event.defaultPrevented ? "not saved" : "saved")
}))
"""


def test_no_autosave_follows_the_form(site: str, news_index: Any, editor: Page) -> None:
    """What was typed during an autosave, Wagtail saves after it: here after the form."""
    page = publish(make_news(news_index, "Ziņa"))
    address = f"{site}/admin/pages/{page.pk}/edit/"
    held = hold_autosave(editor, address)
    editor.add_init_script(_TELLS)
    with editor.expect_console_message(lambda message: message.text == "watched"):
        editor.goto(address)
    with editor.expect_request(lambda request: request.method == "POST" and request.url == address):
        editor.wait_for_function(_TYPES_UNTIL_SEEN, polling=1000)
    editor.evaluate("window.edited = false")
    editor.fill("[name=title]", TITLE)
    editor.wait_for_function("() => window.edited")
    publish_page(editor)
    with editor.expect_console_message(lambda message: message.text == "not saved"):
        held[0].continue_()
    editor.wait_for_url(f"**/admin/pages/{news_index.pk}/")
    page.refresh_from_db()
    assert page.title == TITLE
    assert page.revisions.latest("created_at") == page.live_revision


def test_news_in_latvian_then_in_english(
    site: str, news_index: Any, editor: Page, chromium: Browser
) -> None:
    reader = chromium.new_context(locale="lv-LV").new_page()
    write_news(editor, site, news_index)
    reader.goto(f"{site}/lv/jaunumi/")
    expect(reader.get_by_role("link", name=TITLE)).to_be_visible()

    start_translation(editor, TITLE)
    publish_page(editor)
    expect(editor.locator(".messages")).to_contain_text("Vēl nav iztulkoti 3 teksti")
    reader.goto(f"{site}/en/news/")
    expect(reader.get_by_role("link", name=TITLE)).to_have_count(0)

    translate_texts(editor)
    publish_page(editor)
    expect(editor.locator(".messages")).to_contain_text(f"„{ENGLISH[TITLE]}” ir publicēta")
    reader.goto(f"{site}/en/news/")
    reader.get_by_role("link", name=ENGLISH[TITLE]).click()
    assert reader.url == f"{site}/en/news/news-from-a-browser/"
    reader.get_by_role("link", name="Latviski").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(TITLE)
    reader.context.close()
