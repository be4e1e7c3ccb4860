"""A translator learns what changed in the original, and brings the translation up to date."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from playwright.sync_api import Page, expect

from govlab.core.translation.states import translation_state
from govlab.delivery.schemas.page import TranslationStatus
from tests.core.translation.originals import finish, submit, write
from tests.factories import make_standard, publish, translate_page
from tests.factories.accounts import ENTER, make_account, make_group

pytestmark = pytest.mark.browser

BEFORE, AFTER = "Kas mēs esam.", "Kas mēs tagad īsti esam."
PASSWORD = "parole-testam"


@pytest.fixture
def page(home: Any) -> Any:
    translate_page(publish(home), title="Home", summary="Summary.")
    return publish(make_standard(home, "Par mums", slug="par-mums", summary=BEFORE))


@pytest.fixture
def english(page: Any) -> Any:
    translation = finish(submit(page), title="About us", slug="about", summary="Who we are.")
    return translation.get_target_instance()


def sign_in(tab: Page, site: str, english: Any, *rights: str) -> None:
    """As somebody with rights on English pages only."""
    # A migration makes it, and the flush after a test of the browser removes it.
    kind, _ = ContentType.objects.get_or_create(app_label="wagtail_localize", model="translation")
    Permission.objects.get_or_create(
        codename="submit_translation", content_type=kind, defaults={"name": "Submit"}
    )
    permission = "wagtail_localize.submit_translation"
    group = make_group(ENTER, permission, pages={english.get_parent(): rights})
    account = make_account(group)
    account.set_password(PASSWORD)
    account.save()
    tab.goto(f"{site}/admin/login/")
    tab.fill("input[name=username]", account.get_username())
    tab.fill("input[name=password]", PASSWORD)
    tab.click("button[type=submit]")


def test_see_what_changed_and_translate_it(site: str, page: Any, english: Any, tab: Page) -> None:
    write(page, summary=AFTER)
    tab.goto(f"{site}{english.url}")
    notice = tab.locator("[data-notice=outdated]")
    expect(notice).to_contain_text("The Latvian original changed on")

    sign_in(tab, site, english, "add", "change", "publish")
    tab.goto(f"{site}/admin/translations/{english.pk}/changes/")
    changed = tab.locator(".source-change")
    expect(changed.locator("ins")).to_have_text("tagad īsti")
    expect(changed).to_contain_text("Who we are.")
    tab.get_by_role("button", name="Pārņemt izmaiņas un tulkot").click()
    tab.wait_for_url(f"**/admin/pages/{english.pk}/edit/")

    row = tab.locator("[data-row][data-path=summary]")
    expect(row.locator(".source-change ins")).to_have_text("tagad īsti")
    field = row.locator("[data-field-input] :is(textarea, input)")
    expect(field).to_have_value("")
    row.get_by_role("button", name="Izmantot to vēlreiz").click()
    expect(field).to_have_value("Who we are.")
    field.fill("Who we really are now.")
    tab.locator("footer [data-w-dropdown-target=toggle]").first.click()
    tab.locator("footer").get_by_role("button", name="Publicēt").click()
    expect(tab.locator(".messages")).to_contain_text("publicēta")

    tab.goto(f"{site}{english.url}")
    expect(tab.get_by_text("Who we really are now.")).to_be_visible()
    expect(notice).to_have_count(0)


def test_no_change_needed_is_one_click(site: str, page: Any, english: Any, tab: Page) -> None:
    write(page, summary=f"{BEFORE[:-1]}!")
    sign_in(tab, site, english, "add", "change", "publish")
    tab.goto(f"{site}/admin/translations/{english.pk}/changes/")
    tab.get_by_role("button", name="Izmaiņas nav vajadzīgas").click()
    expect(tab.locator(".messages")).to_contain_text("tagad atbilst oriģinālam")
    assert translation_state(english).status == TranslationStatus.CURRENT
    tab.goto(f"{site}{english.url}")
    expect(tab.locator("[data-notice=outdated]")).to_have_count(0)
