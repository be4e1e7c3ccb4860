"""The search field and page as a browser has them: keyboard, without script, axe in every state."""

import json
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.factories import make_standard, publish, translate_page
from tests.search.indexed import bring_up_to_date

from .axe import violations

pytestmark = pytest.mark.browser

TITLES = {"lv": ["Prototips", "Prototipa izgatavošana"], "en": ["Prototype", "Making a prototype"]}
# The search page of a language, its field, and what is said where two pages are suggested.
LANGUAGES = [
    ("/lv/meklet/", "lv", "2 ieteikumi; izvēlieties ar bultiņu taustiņiem.", "Informatīva lapa"),
    ("/en/search/", "en", "2 suggestions; choose with the arrow keys.", "Information page"),
]
STATES = [
    "?q=prototips+prototype",
    "?q=prototips+prototype&type=standard&topic=nav",
    "?q=prototisp",
    "?q=prototype",
    "?q=qwxyz",
    "?q=" + "a" * 201,
    "",
]


@pytest.fixture
def pages(home: Any) -> list[Any]:
    publish(home)
    translate_page(home, title="Home")
    made = []
    for latvian, english in zip(TITLES["lv"], TITLES["en"], strict=True):
        made.append(publish(make_standard(home, title=latvian)))
        translate_page(made[-1], title=english)
    bring_up_to_date()
    return made


def active(tab: Page) -> str:
    """The title of the option that the field says is active."""
    name = tab.locator("#search-page").get_attribute("aria-activedescendant")
    return tab.locator(f"#{name} span").inner_text() if name else ""


@pytest.mark.parametrize(("path", "locale", "said", "label"), LANGUAGES)
def test_suggestions_by_keyboard(
    site: str, pages: list[Any], tab: Page, path: str, locale: str, said: str, label: str
) -> None:
    tab.goto(site + path)
    field = tab.get_by_role("combobox")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-expanded", "false")
    field.press_sequentially("p")
    field.press_sequentially("rototi" if locale == "lv" else "rototy")
    options = tab.get_by_role("option")
    expect(options).to_have_count(2)
    expect(options.first).to_contain_text(label)
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(tab.locator(".search-field [role=status]")).to_have_text(said)
    assert violations(tab) == []

    first, second = options.locator("span").all_inner_texts()
    assert {first, second} == set(TITLES[locale])
    for key, chosen in [
        ("ArrowDown", first),
        ("ArrowDown", second),
        ("ArrowDown", ""),
        ("ArrowUp", second),
    ]:
        tab.keyboard.press(key)
        assert active(tab) == chosen
    expect(options.last).to_have_attribute("aria-selected", "true")
    assert violations(tab) == []

    tab.keyboard.press("Escape")
    expect(options).to_have_count(0)
    expect(field).to_have_value("prototi" if locale == "lv" else "prototy")
    tab.keyboard.press("ArrowDown")
    expect(options).to_have_count(2)
    tab.keyboard.press("ArrowDown")
    assert active(tab) == first
    length = len(field.input_value())
    for key, caret in (("Home", 0), ("End", length)):
        tab.keyboard.press("ArrowDown")
        tab.keyboard.press(key)
        assert active(tab) == ""
        assert field.evaluate("(field) => field.selectionStart") == caret
    tab.keyboard.press("Escape")
    expect(options).to_have_count(0)
    field.press_sequentially("p")
    expect(options).to_have_count(2)
    tab.keyboard.press("ArrowDown")
    title = active(tab)
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_have_text(title)


def test_escape_closes_the_list_and_then_clears_the_field(
    site: str, pages: list[Any], tab: Page
) -> None:
    tab.goto(f"{site}/lv/meklet/")
    # Without what browsers do themselves in a field of the type "search".
    field = tab.get_by_role("combobox")
    field.evaluate("(field) => { field.type = 'text'; }")
    field.press_sequentially("prototi")
    options = tab.get_by_role("option")
    expect(options).to_have_count(2)
    tab.keyboard.press("Escape")
    expect(options).to_have_count(0)
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("prototi")
    tab.keyboard.press("Escape")
    expect(field).to_have_value("")
    expect(field).to_be_focused()
    tab.keyboard.press("ArrowDown")
    expect(options).to_have_count(0)


def test_escape_gives_up_suggestions_that_are_on_their_way(site: str, home: Any, tab: Page) -> None:
    late: list[Route] = []
    tab.route("**/api/v1/suggest*", lambda route: late.append(route))
    tab.goto(f"{site}/lv/meklet/")
    with tab.expect_event("requestfailed"):
        with tab.expect_request("**/api/v1/suggest*"):
            tab.fill("#search-page", "prototips")
        tab.keyboard.press("Escape")
    expect(tab.get_by_role("combobox")).to_have_value("")


def test_enter_searches_while_suggestions_are_open_or_late(
    site: str, pages: list[Any], tab: Page
) -> None:
    tab.goto(f"{site}/lv/meklet/")
    tab.keyboard.type("prototips")
    expect(tab.get_by_role("option")).not_to_have_count(0)
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(f"{site}/lv/meklet/?q=prototips")
    tab.route("**/api/v1/suggest*", lambda route: None)
    tab.fill("#search-page", "izgatavošana")
    tab.wait_for_timeout(300)
    tab.keyboard.press("Enter")
    expect(tab.locator(".result__title")).to_have_text(["Prototipa izgatavošana"])


def test_one_request_for_a_quick_typist_and_none_for_a_letter(
    site: str, home: Any, tab: Page
) -> None:
    asked = []

    def suggest(route: Route) -> None:
        asked.append(route.request.url)
        item = {"id": 1, "type": "news", "locale": "lv", "title": "<b>Viens</b>", "path": "/lv/"}
        route.fulfill(json={"items": [item], "engine": "database", "degraded": False})

    tab.route("**/api/v1/suggest*", suggest)
    tab.goto(f"{site}/lv/meklet/")
    tab.keyboard.press("p")
    tab.wait_for_timeout(300)
    assert asked == []
    # At once: how fast the test's own keys are depends on the machine.
    tab.locator("#search-page").evaluate(
        """(field) => {
            for (const typed of ["pr", "pro", "pro ", "pro t", "pro to"]) {
                field.value = typed;
                field.dispatchEvent(new Event("input"));
            }
        }"""
    )
    option = tab.get_by_role("option")
    expect(option.locator("span")).to_have_text("<b>Viens</b>")
    assert [address.partition("/api")[2] for address in asked] == [
        "/v1/suggest?locale=lv&limit=8&q=pro%20to"
    ]
    option.click()
    expect(tab).to_have_url(f"{site}/lv/")


def test_an_answer_to_older_words_is_not_shown(site: str, home: Any, tab: Page) -> None:
    late: list[Route] = []

    def suggest(route: Route) -> None:
        if "vecs" in route.request.url:
            late.append(route)
        else:
            items = [{"id": 1, "type": "news", "locale": "lv", "title": "Jauns", "path": "/lv/"}]
            route.fulfill(body=json.dumps({"items": items}))

    tab.route("**/api/v1/suggest*", suggest)
    tab.goto(f"{site}/lv/meklet/")
    with tab.expect_request("**/api/v1/suggest*"):
        tab.fill("#search-page", "vecs")
    tab.fill("#search-page", "jauns")
    expect(tab.get_by_role("option")).to_have_count(1)
    assert len(late) == 1
    tab.fill("#search-page", "")
    expect(tab.get_by_role("option")).to_have_count(0)


def test_what_cannot_be_suggested_is_passed_over(site: str, home: Any, tab: Page) -> None:
    answers = [{"json": {"items": []}}, {"status": 429}, {"body": "<html>"}]
    tab.route("**/api/v1/suggest*", lambda route: route.fulfill(**answers.pop(0)))
    tab.goto(f"{site}/lv/meklet/")
    status = tab.locator(".search-field [role=status]")
    for words, said in (("viens", "Ieteikumu nav."), ("divi", ""), ("trīs", "")):
        with tab.expect_response("**/api/v1/suggest*"):
            tab.fill("#search-page", words)
        expect(status).to_have_text(said)
        expect(tab.get_by_role("listbox")).to_have_count(0)
    assert answers == []


def test_everything_without_script(site: str, pages: list[Any], chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False, locale="lv-LV")
    tab = context.new_page()
    tab.goto(f"{site}/lv/")
    tab.locator("header input[type=search]").fill("prototips")
    tab.keyboard.press("Enter")
    expect(tab.locator(".result__title").first).to_have_text("Prototips")
    tab.goto(f"{site}/lv/meklet/?q=prototips&type=standard")
    tab.locator(".chips li a").click()
    expect(tab).to_have_url(f"{site}/lv/meklet/?q=prototips")
    tab.goto(f"{site}/lv/meklet/?q=prototisp")
    tab.locator(".search__correction a").click()
    expect(tab).to_have_url(f"{site}/lv/meklet/?q=prototips")
    context.close()


def test_the_field_is_on_phones_too(site: str, pages: list[Any], tab: Page) -> None:
    for width in (320, 1280):
        tab.set_viewport_size({"width": width, "height": 800})
        tab.goto(f"{site}/lv/")
        tab.locator("header input[type=search]").fill("prototips")
        tab.keyboard.press("Enter")
        expect(tab.locator(".result__title").first).to_have_text("Prototips")


@pytest.mark.parametrize("path", ["/lv/meklet/", "/en/search/"])
def test_axe_finds_nothing_in_any_state(site: str, pages: list[Any], tab: Page, path: str) -> None:
    for width in (320, 1280):
        tab.set_viewport_size({"width": width, "height": 900})
        for state in STATES:
            tab.goto(site + path + state)
            assert violations(tab) == [], (width, state)
            assert not tab.evaluate("document.documentElement.scrollWidth > innerWidth"), state
