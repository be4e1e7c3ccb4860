"""Two people bring a page to the site, each with the rights of their role only, in Latvian."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from wagtail_localize.models import StringSegment, StringTranslation

from govlab.editing.translation.submission import Submission
from tests.browser.editors import Editor, roles
from tests.factories import make_news, make_news_index, publish, translate_page
from tests.factories.accounts import make_account

pytestmark = pytest.mark.browser

HEADINGS = [f"{number}. nodaļa" for number in range(1, 14)]
BODY = [
    *({"type": "heading", "value": {"text": text, "level": "2"}} for text in HEADINGS),
    {
        "type": "rich_text",
        "value": "<p>Pirmā <b>rindkopa</b>.</p><ul><li>Viens</li><li>Divi</li></ul>",
    },
    {
        "type": "call_to_action",
        "value": {
            "title": "Piesakies",
            "text": "Raksti mums.",
            "link": {"label": "Rakstīt", "url": "https://example.org/"},
        },
    },
    {"type": "quote", "value": {"text": "Labi teikts.", "author": "2024"}},
]
TEXTS = 23


@pytest.fixture
def news_index(home: Any) -> Any:
    index = publish(make_news_index(home, slug="jaunumi"))
    translate_page(home, title="Home")
    translate_page(index, title="News", slug="news")
    return index


@pytest.fixture
def editor(site: str, news_index: Any, chromium: Browser) -> Iterator[Callable[[str], Editor]]:
    groups, opened = roles(), []

    def of_role(role: str) -> Editor:
        opened.append(Editor(chromium, site, role, groups[role]))
        return opened[-1]

    yield of_role
    for one in opened:
        one.tab.context.close()


def test_write_submit_approve_publish(
    site: str, news_index: Any, editor: Callable[[str], Editor], chromium: Browser
) -> None:
    author, approver = editor("author-lv"), editor("approver-lv")
    author.tab.goto(f"{site}/admin/pages/add/news/newspage/{news_index.pk}/")
    author.tab.fill("[name=title]", "Par garu virsrakstu")
    author.tab.fill("[name=summary]", "Autore to rakstīja.")
    author.act(re.compile("Iesniegt"))
    author.tab.wait_for_url(f"**/admin/pages/{news_index.pk}/")

    approver.tab.goto(f"{site}/admin/pages/{news_index.pk}/")
    approver.tab.get_by_role("link", name="Par garu virsrakstu", exact=True).first.click()
    approver.act("Pieprasīt labojumus")
    approver.tab.get_by_label("Iemesls").fill("Virsrakstu īsāk!")
    approver.tab.locator(".modal-body").get_by_role("button").last.click()
    expect(approver.tab.locator(".messages")).to_contain_text(
        "atgriezta labošanai. Autors: Author-lv"
    )

    author.tab.get_by_role("link", name="Par garu virsrakstu", exact=True).first.click()
    expect(author.tab.locator(".approval-notice")).to_contain_text("Virsrakstu īsāk!")
    author.tab.fill("[name=title]", "Īsi")
    author.act(re.compile("Iesniegt"))
    author.tab.wait_for_url(f"**/admin/pages/{news_index.pk}/")

    approver.tab.reload()
    approver.tab.get_by_role("link", name="Īsi", exact=True).first.click()
    approver.act("Apstiprināt un publicēt")
    expect(approver.tab.locator(".messages")).to_contain_text("„Īsi” ir apstiprināta un publicēta.")
    reader = chromium.new_context(locale="lv-LV").new_page()
    reader.goto(f"{site}/lv/jaunumi/")
    expect(reader.get_by_role("link", name="Īsi")).to_be_visible()
    reader.context.close()


def test_translate_submit_approve(
    site: str, news_index: Any, editor: Callable[[str], Editor], chromium: Browser
) -> None:
    translator, approver = editor("translator-en"), editor("approver-en")
    page = make_news(news_index, "Gara ziņa", summary="Daudz ko tulkot.")
    page.body = json.dumps(BODY)
    english = news_index.get_translations().get().locale
    Submission(make_account(is_superuser=True), english).create_translations(publish(page))
    target = page.get_translations().get()

    tab = translator.tab
    tab.goto(f"{site}/admin/pages/{target.pk}/edit/")
    expect(tab.locator("[data-progress-text]")).to_have_text(f"Iztulkots: 0 no {TEXTS} tekstiem")
    expect(tab.locator("[data-row] .public-DraftEditor-content")).to_have_count(3)
    rows = tab.locator("[data-row]:not([data-settled])")
    for number in range(TEXTS - 1):
        expect(rows.nth(number).locator(":focus")).to_have_count(1)
        translator.type(f"English text {number}")
    expect(tab.locator("[data-progress-text]")).to_have_text(
        f"Iztulkots: {TEXTS} no {TEXTS} tekstiem"
    )
    translator.act(re.compile("Iesniegt"))
    tab.wait_for_url(f"**/admin/pages/{target.get_parent().pk}/")
    assert translator.effort <= 26

    approver.tab.goto(f"{site}/admin/pages/{target.pk}/edit/")
    approver.act("Apstiprināt un publicēt")
    expect(approver.tab.locator(".messages")).to_contain_text("ir apstiprināta un publicēta")
    reader = chromium.new_context(locale="en").new_page()
    reader.goto(f"{site}/en/news/english-text-0/")
    expect(reader.get_by_role("heading", level=1)).to_have_text("English text 0")
    expect(reader.locator("main")).to_contain_text("English text 21")
    reader.context.close()


def test_the_first_text_left_is_focused(
    site: str, news_index: Any, editor: Callable[[str], Editor]
) -> None:
    page = make_news(news_index, "Ziņa", summary="Īsi.")
    page.body = json.dumps([{"type": "rich_text", "value": "<p>Bagātais teksts.</p>"}])
    english = news_index.get_translations().get().locale
    Submission(make_account(is_superuser=True), english).create_translations(publish(page))
    target = page.get_translations().get()
    texts = [segment for segment in StringSegment.objects.all() if "." not in segment.context.path]
    for segment in texts:
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=english,
            defaults={"data": "done"},
        )
    translator = editor("translator-en")
    translator.tab.goto(f"{site}/admin/pages/{target.pk}/edit/")
    rich = translator.tab.locator(".public-DraftEditor-content")
    expect(rich).to_be_focused()
    translator.type("A rich text.")
    expect(rich).to_have_text("A rich text.")
