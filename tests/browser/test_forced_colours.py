"""With a reader's own colours nothing is lost: focus, current page, buttons, belts and charts."""

import io
from typing import Literal

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page

from tests.search.indexed import bring_up_to_date

pytestmark = pytest.mark.browser

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LEAST_CONTRAST = 3
CASE, CATALOGUE, SEARCH = (
    "/lv/pieredzes-stasti/viena-veidlapa/",
    "/lv/metodes/?phase=test&difficulty=moderate",
    "/lv/meklet/?q=metode",
)
# What is drawn, and the least share of it that is visible.
DRAWN = [
    ("/lv/", ".josta--top", 0.1),
    ("/lv/", ".josta--foot", 0.1),
    (CASE, ".josta--motifs", 0.1),
    (CASE, ".stitches", 0.05),
    (CATALOGUE, ".belt__phase[aria-current] .band", 0.1),
    (CATALOGUE, ".belt__phase:not([aria-current]) .band", 0.02),
]
# One of several that is current, the others, and the property that says so.
CURRENT = [
    (
        CATALOGUE,
        ".site-nav a[aria-current]",
        ".site-nav a:not([aria-current])",
        "borderBottomColor",
    ),
    (CATALOGUE, ".belt__phase[aria-current]", "a.belt__phase:not([aria-current])", "borderColor"),
    (CATALOGUE, ".choice[aria-current]", "a.choice:not([aria-current])", "outlineStyle"),
]
FOCUSED = """() => {
    const focused = document.activeElement;
    const held = [focused, focused.closest(".card")].filter(Boolean).map((node) => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(node);
        return outlineStyle === "solid" && parseFloat(outlineWidth) >= 2 ? outlineColor : "";
    });
    return [focused.outerHTML.slice(0, 90), held.find(Boolean) ?? ""];
}"""
EDGES = """() => [...document.querySelectorAll("button, .button")]
    .filter((node) => node.checkVisibility() && !node.closest(".form__trap"))
    .map((node) => {
        const { borderTopWidth, borderTopColor } = getComputedStyle(node);
        return [node.outerHTML.slice(0, 90), parseFloat(borderTopWidth), borderTopColor];
    })"""

Colour = tuple[int, int, int]


def luminance(colour: Colour) -> float:
    parts = (part / 255 for part in colour)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def rgb(text: str) -> Colour:
    red, green, blue = (int(part) for part in text.strip("rgba()").split(",")[:3])
    return red, green, blue


def canvas(tab: Page) -> Colour:
    return rgb(tab.evaluate("getComputedStyle(document.body).backgroundColor"))


def visible_share(drawing: Locator, ground: Colour) -> float:
    """The share of the pixels that contrast with the ground."""
    picture = Image.open(io.BytesIO(drawing.screenshot())).convert("RGB")
    counted = picture.getcolors(picture.width * picture.height) or []
    seen = sum(number for number, colour in counted if contrast(colour, ground) >= LEAST_CONTRAST)
    return seen / (picture.width * picture.height)


def test_nothing_is_lost(site: str, starting_content: None, tab: Page) -> None:
    """One test, since the content takes longest."""
    bring_up_to_date()
    for scheme in SCHEMES:
        tab.emulate_media(forced_colors="active", color_scheme=scheme, reduced_motion="reduce")
        assert _invisible(tab, site) == [], scheme
        assert _without_a_current_one(tab, site) == [], scheme
        assert _without_an_edge(tab, site) == [], scheme
        for path in ("/lv/", CATALOGUE, SEARCH):
            tab.goto(site + path)
            assert _without_focus(tab) == [], (scheme, path)


def _invisible(tab: Page, site: str) -> list[tuple[str, float]]:
    found = []
    for path, selector, least in DRAWN:
        tab.goto(site + path, wait_until="networkidle")
        share = visible_share(tab.locator(selector).first, canvas(tab))
        if share < least:
            found.append((selector, share))
    return found


def _without_a_current_one(tab: Page, site: str) -> list[str]:
    def style(selector: str, name: str) -> str:
        value: str = tab.locator(selector).first.evaluate(
            "(node, name) => getComputedStyle(node)[name]", name
        )
        return value

    found = []
    for path, current, other, name in CURRENT:
        tab.goto(site + path)
        if style(current, name) == style(other, name):
            found.append(current)
    return found


def _without_an_edge(tab: Page, site: str) -> list[str]:
    found = []
    for path in ("/lv/", CASE, CATALOGUE, "/lv/pastastiet-problemu/"):
        tab.goto(site + path)
        edges = tab.evaluate(EDGES)
        assert edges
        ground = canvas(tab)
        found += [
            html
            for html, width, colour in edges
            if width < 1 or contrast(rgb(colour), ground) < LEAST_CONTRAST
        ]
    return found


def _without_focus(tab: Page) -> list[str]:
    found, ground = [], canvas(tab)
    number = tab.locator("a[href], button, input, select, summary").count()
    for _ in range(number):
        tab.keyboard.press("Tab")
        html, colour = tab.evaluate(FOCUSED)
        if html.startswith("<body"):
            break
        if not colour or contrast(rgb(colour), ground) < LEAST_CONTRAST:
            found.append(html)
    return found
