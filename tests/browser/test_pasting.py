"""A text pasted from Word becomes blocks, what is lost is named, and it can be undone."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import Page, expect

from tests.editing.pasting.samples import sample
from tests.factories import make_news, make_news_index

pytestmark = pytest.mark.browser

TYPES = "document.getElementById('body-root').rootBlock.children.map(({ type }) => type)"
PASTE = """(element, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    element.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
}"""
ADD_EMPTY = """() => {
    const stream = document.getElementById("body-root").rootBlock;
    const value = stream.blockDef.initialChildStates.rich_text;
    stream.insert({ type: "rich_text", value, id: null }, 1, { animate: false });
}"""
REMOVE_LAST = """() => {
    const stream = document.getElementById("body-root").rootBlock;
    stream.deleteBlock(stream.children.length - 1);
}"""
BLOCKS = ["heading", "rich_text", "heading", "rich_text", "table", "rich_text"]


def test_word(site: str, home: Any, tab: Page) -> None:
    page = make_news(make_news_index(home), body=[("rich_text", "<p>Sākums.</p>")])
    get_user_model().objects.create_superuser("redaktore", "r@example.org", "parole-testam")
    tab.goto(f"{site}/admin/pages/{page.pk}/edit/")
    tab.fill("input[name=username]", "redaktore")
    tab.fill("input[name=password]", "parole-testam")
    tab.click("button[type=submit]")

    tab.locator(".public-DraftEditor-content").evaluate(PASTE, sample("word"))
    notice = tab.locator("#govlab-pasted")
    expect(notice).to_contain_text("Netika pārņemts:")
    expect(notice).to_contain_text("1 attēls")
    assert tab.evaluate(TYPES) == ["rich_text", *BLOCKS]
    notice.get_by_role("button", name="Atsaukt ielīmēšanu").click()
    assert tab.evaluate(TYPES) == ["rich_text"]

    # An empty text block, which no page is published with, gives way to what is pasted into it.
    tab.evaluate(ADD_EMPTY)
    tab.locator(".public-DraftEditor-content").last.evaluate(PASTE, sample("word"))
    expect(notice).to_contain_text("1 attēls")
    assert tab.evaluate(TYPES) == ["rich_text", *BLOCKS]
    notice.get_by_role("button", name="Atsaukt ielīmēšanu").click()
    assert tab.evaluate(TYPES) == ["rich_text", "rich_text"]
    tab.evaluate(REMOVE_LAST)
    assert tab.evaluate(TYPES) == ["rich_text"]

    tab.get_by_role("button", name="Ielīmēt tekstu").click()
    tab.get_by_role("dialog").locator("textarea").evaluate(PASTE, sample("word"))
    expect(notice).to_contain_text("lapas beigās")
    tab.keyboard.press("Control+s")
    expect(tab.locator(".messages")).to_contain_text("ir saglabāt")
    page.refresh_from_db()
    draft = page.get_latest_revision_as_object()
    assert [block.block_type for block in draft.body] == ["rich_text", *BLOCKS]
    assert draft.body[5].value["data"][1] == ["2024", "12"]
    tab.goto("about:blank")
    tab.wait_for_load_state("networkidle")
