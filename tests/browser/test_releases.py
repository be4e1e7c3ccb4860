"""A release of two pages in two languages: put together by who writes each language, approved by
who approves each, and public in one moment."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import Browser, Page, expect

from govlab.delivery.log import relay
from govlab.editing.roles.create import create_roles
from govlab.editing.roles.definitions import ROLES
from tests.factories import make_standard, publish, translate_page

from .window import DESKTOP

pytestmark = pytest.mark.browser

PASSWORD = "parole-testam"
NAME = "Rudens laidiens"


@pytest.fixture
def pages(home: Any, admin_index: None) -> list[Any]:
    """Latvian and English, twice; all of them drafts, which the chooser's search finds."""
    publish(home)
    translate_page(home, title="Home", summary="Summary.")
    found = []
    for title, english, slug in (
        ("Pirmā lapa", "First page", "pirma"),
        ("Otrā lapa", "Second page", "otra"),
    ):
        page = make_standard(home, title, slug=slug, live=False)
        page.save_revision()
        translation = translate_page(page, title=english, summary="Summary.", slug=f"{slug}-en")
        translation.unpublish()
        found += [page, translation]
    relay.drain()
    return found


@pytest.fixture
def sign_in(site: str, pages: list[Any], chromium: Browser) -> Callable[[str, str], Page]:
    """Opens the administration as an account with one role in one language."""
    groups = {(made.role.key, made.language): made.group for made in create_roles()}
    assert {role.key for role in ROLES} == {key for key, _language in groups}

    def open_as(role: str, language: str) -> Page:
        name = f"{role}-{language}"
        account = get_user_model().objects.create_user(name, password=PASSWORD)
        account.groups.add(groups[(role, language)])
        tab = chromium.new_context(**DESKTOP).new_page()
        tab.goto(f"{site}/admin/")
        tab.fill("input[name=username]", name)
        tab.fill("input[name=password]", PASSWORD)
        tab.click("button[type=submit]")
        tab.wait_for_url(f"{site}/admin/")
        return tab

    return open_as


def add_from_editor(tab: Page, site: str, page: Any, release: str = "") -> None:
    tab.goto(f"{site}/admin/pages/{page.pk}/edit/")
    tab.locator("header [data-w-dropdown-target=toggle]").last.click()
    tab.get_by_role("link", name="Pievienot laidienam").first.click()
    if release:
        tab.get_by_label("Laidiens", exact=True).select_option(label=release)
    else:
        tab.get_by_label("Jaunā laidiena nosaukums").fill(NAME)
    tab.get_by_role("button", name="Pievienot").click()
    expect(tab.get_by_role("heading", name=NAME)).to_be_visible()


def add_from_release(tab: Page, title: str) -> None:
    tab.get_by_role("button", name="Izvēlēties lapu").click()
    tab.get_by_placeholder("Meklēt").fill(title)
    tab.locator(".modal").get_by_role("link", name=title).click()
    expect(tab.locator(".modal")).to_have_count(0)
    tab.get_by_role("button", name="Pievienot", exact=True).click()
    expect(tab.get_by_role("cell", name=title, exact=True)).to_be_visible()


def statuses(tab: Page, site: str, pages: list[Any]) -> set[int]:
    found = set()
    for page in pages:
        response = tab.goto(f"{site}{page.get_url()}")
        assert response
        found.add(response.status)
    return found


def test_two_pages_in_two_languages(
    site: str, pages: list[Any], sign_in: Callable[[str, str], Page], tab: Page
) -> None:
    first, _english_first, second, _english_second = pages
    author = sign_in("author", "lv")
    add_from_editor(author, site, first)
    add_from_editor(author, site, second, NAME)

    translator = sign_in("translator", "en")
    translator.get_by_role("link", name="Laidieni").first.click()
    translator.get_by_role("link", name=NAME).first.click()
    add_from_release(translator, "First page")
    add_from_release(translator, "Second page")

    author.reload()
    expect(author.get_by_role("row")).to_have_count(5)
    author.get_by_label("Publicēšana", exact=False).first.select_option("approved")
    author.get_by_role("button", name="Saglabāt").click()
    author.get_by_role("button", name="Iesniegt apstiprināšanai").click()
    expect(author.get_by_text("Gaida apstiprinājumu")).to_be_visible()
    expect(author.get_by_role("button", name="Publicēt tūlīt")).to_have_count(0)

    latvian = sign_in("approver", "lv")
    latvian.get_by_role("link", name=NAME).first.click()
    latvian.get_by_role("button", name="Apstiprināt 2 lapas").click()
    expect(latvian.get_by_text("Pārējās vēl ir jāapstiprina")).to_be_visible()
    # Translations were public before they were withdrawn.
    assert statuses(tab, site, pages) == {404, 410}

    english = sign_in("approver", "en")
    english.get_by_role("link", name=NAME).first.click()
    english.get_by_role("button", name="Apstiprināt 2 lapas").click()
    expect(english.get_by_text("Laidiens ir publicēts.")).to_be_visible()
    assert statuses(tab, site, pages) == {200}
