"""The session ends while an editor types: after logging in again the text is there and saves."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from govlab.core.images import SiteImage
from news.models import NewsPage
from tests.factories import make_image, make_news, make_news_index

pytestmark = pytest.mark.browser

SUMMARY = "Kopsavilkums, ko rakstīju, kamēr sesija beidzās."
TEXT = "Rindkopa, kas nedrīkst pazust."
DRAFTAIL = ".public-DraftEditor-content"


def log_in(tab: Page) -> None:
    tab.fill("input[name=username]", "redaktore")
    tab.fill("input[name=password]", "parole-testam")
    tab.click("button[type=submit]")


@pytest.fixture
def page(home: Any) -> Any:
    return make_news(
        make_news_index(home), body=[("rich_text", "<p>Sākums.</p>")], summary="Vecais."
    )


@pytest.fixture
def editor(site: str, page: Any, tab: Page) -> Page:
    get_user_model().objects.create_superuser("redaktore", "r@example.org", "parole-testam")
    tab.goto(f"{site}/admin/pages/{page.pk}/edit/")
    log_in(tab)
    tab.wait_for_url(f"**/admin/pages/{page.pk}/edit/")
    expect(tab.locator(DRAFTAIL)).to_be_visible()
    return tab


def test_the_text_is_there_after_logging_in(editor: Page, page: Any) -> None:
    Session.objects.all().delete()
    editor.fill("[name=summary]", SUMMARY)
    editor.locator(DRAFTAIL).click()
    editor.keyboard.press("End")
    editor.keyboard.type(f" {TEXT}")
    # As Wagtail does some time after the first change.
    editor.locator("[data-edit-form]").dispatch_event("w-unsaved:add")
    expect(editor.locator("#govlab-kept")).to_contain_text("Sesija ir beigusies")
    editor.keyboard.press("Control+s")

    expect(editor.locator("#govlab-kept")).to_contain_text("ir saglabāts šajā pārlūkā")
    log_in(editor)
    expect(editor.locator(".messages")).to_contain_text("netika saglabāts")
    expect(editor.locator("[name=summary]")).to_have_value(SUMMARY)
    expect(editor.locator(DRAFTAIL)).to_contain_text(TEXT)

    editor.keyboard.press("Control+s")
    expect(editor.locator(".messages")).to_contain_text("ir saglabāt")
    draft = NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert draft.summary == SUMMARY
    assert TEXT in draft.body[0].value.source
    editor.wait_for_function(
        "() => !Object.keys(localStorage).some((key) => key.startsWith('govlab.kept'))"
    )
    editor.goto("about:blank")
    editor.wait_for_load_state("networkidle")


def test_a_copy_is_offered_once_and_goes_with_logging_out(
    editor: Page, page: Any, site: str
) -> None:
    """What was typed and not sent; here the tab is closed on a form without autosave."""
    image = make_image()
    address = f"{site}/admin/images/{image.pk}/"
    editor.goto(address)
    editor.fill("[name=title]", "Jauns nosaukums")
    editor.evaluate("window.onbeforeunload = null")
    editor.on("dialog", lambda dialog: dialog.accept())
    editor.goto(address)
    expect(editor.locator("#govlab-kept")).to_contain_text("nav saglabāts")
    editor.get_by_role("button", name="Parādīt ierakstīto").click()
    expect(editor.locator(".messages")).to_contain_text("netika saglabāts")
    expect(editor.locator("[name=title]")).to_have_value("Jauns nosaukums")
    assert SiteImage.objects.get().title == image.title

    editor.wait_for_load_state("load")
    editor.goto(address)
    editor.get_by_role("button", name="Izmest ierakstīto").click()
    editor.goto(address)
    expect(editor.locator("[name=title]")).to_have_value(image.title)
    expect(editor.locator("#govlab-kept")).to_have_count(0)

    editor.fill("[name=title]", "Vēl viens")
    editor.goto(address)
    expect(editor.locator("#govlab-kept")).to_be_visible()
    editor.evaluate("document.querySelector(\"form[action$='/logout/']\").requestSubmit()")
    editor.wait_for_url("**/login/**")
    assert "Vēl viens" not in editor.evaluate("JSON.stringify(localStorage)")
