"""Pairs of colours that stand on each other have the contrast that WCAG 2.2 AA asks for."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "site/govlab/design/static/govlab/tokens.css"
TEXT = [
    *[
        (text, ground)
        for text in ("text", "muted", "link", "accent", "heading")
        for ground in ("bg", "surface")
    ],
    *[("on-pine", "pine-ground"), ("on-amber", "amber-ground"), ("on-sky", "sky-ground")],
    *[("accent-text", "accent"), ("amber-ground", "pine-ground"), ("text", "found")],
]
# Borders of fields, and the focus.
GRAPHICS = [("muted", "surface"), ("focus", "bg"), ("focus", "surface"), ("accent", "bg")]


def themes() -> dict[str, dict[str, str]]:
    light, dark = CSS.read_text().split("@media screen and (prefers-color-scheme: dark)")
    tokens = {
        name: dict(re.findall(r"--([\w-]+):\s*([^;]+);", part))
        for name, part in (("light", light), ("dark", dark))
    }
    return {"light": tokens["light"], "dark": tokens["light"] | tokens["dark"]}


def luminance(theme: dict[str, str], name: str) -> float:
    value = theme[name]
    if reference := re.fullmatch(r"var\(--([\w-]+)\)", value):
        return luminance(theme, reference[1])
    channels = [int(value[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(part * c for part, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(theme: dict[str, str], one: str, other: str) -> float:
    darker, lighter = sorted((luminance(theme, one), luminance(theme, other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_contrast_of_tokens(theme: str) -> None:
    tokens = themes()[theme]
    low = [
        (pair, round(contrast(tokens, *pair), 2))
        for pairs, least in ((TEXT, 4.5), (GRAPHICS, 3.0))
        for pair in pairs
        if contrast(tokens, *pair) < least
    ]
    assert low == []


def test_the_arithmetic() -> None:
    assert contrast({"a": "#000000", "b": "#ffffff"}, "a", "b") == pytest.approx(21)
