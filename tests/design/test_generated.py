"""Static files that are made: fonts with every letter that Latvian has, and one style sheet."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from fontTools.ttLib import TTFont

from govlab.design.generated.finder import FOLDER, GeneratedFilesFinder
from govlab.design.generated.fonts import FONTS
from govlab.design.generated.states import STATES_PATH, states_of, themes_of
from govlab.design.generated.stylesheet import PATH, sources

LETTERS = "AĀBCČDEĒFGĢHIĪJKĶLĻMNŅOPRSŠTUŪVZŽaābcčdeēfgģhiījkķlļmnņoprsštuūvzž0123456789„”“”–→"
BUDGET = 52 * 1024


def found(name: str) -> Path:
    path = finders.find(f"{FOLDER}/{name}")
    assert isinstance(path, str)
    return Path(path)


@pytest.mark.parametrize("name", FONTS)
def test_a_font_has_every_latvian_letter(name: str) -> None:
    font = TTFont(found(name))
    assert set(map(ord, LETTERS)) <= set(font.getBestCmap())
    assert font.flavor == "woff2"


def test_fonts_are_small() -> None:
    assert sum(found(name).stat().st_size for name in FONTS) <= BUDGET


def test_fonts_have_the_weights_that_styles_use() -> None:
    text = TTFont(found("source-sans-3.woff2"))
    assert [(axis.axisTag, axis.minValue, axis.maxValue) for axis in text["fvar"].axes] == [
        ("wght", 400, 700)
    ]


def test_everything_is_collected() -> None:
    collected = {path: storage.exists(path) for path, storage in GeneratedFilesFinder().list(None)}
    assert collected == {PATH: True, STATES_PATH: True} | {
        f"{FOLDER}/{name}": True for name in FONTS
    }


def test_unknown_files_are_not_found() -> None:
    assert finders.find(f"{FOLDER}/other.woff2") is None
    assert finders.find("source-sans-3.woff2") is None
    assert finders.find("source-sans-3.woff2", find_all=True) == []


def test_a_changed_source_is_in_the_style_sheet(
    tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.GOVLAB_GENERATED_ROOT = tmp_path
    part = tmp_path / "part.css"
    part.write_text("a{}")
    monkeypatch.setattr("govlab.design.generated.stylesheet.sources", lambda: [part])
    first = Path(str(finders.find(PATH)))
    assert first.read_text() == "a{}\n"
    part.write_text("/* why\n*/ b{}  ")
    assert Path(str(finders.find(PATH))).read_text() == "b{}\n"


def test_every_style_of_readers_is_in_the_style_sheet() -> None:
    """Files of one topic that only its pages load are linked by those."""
    folder = sources()[0].parent
    linked = "".join(
        path.read_text() for path in Path(__file__).parents[2].rglob("templates/**/*.html")
    )
    forgotten = [
        path.name
        for path in folder.glob("*.css")
        if path not in sources() and f"govlab/{path.name}" not in linked
    ]
    assert forgotten == []


def test_custom_properties_exist() -> None:
    css = "\n".join(path.read_text() for path in sources())
    defined = set(re.findall(r"(--[\w-]+)\s*:", css))
    used = set(re.findall(r"var\((--[\w-]+)\)", css))
    assert used <= defined


@pytest.mark.parametrize(
    ("css", "shown"),
    [
        ("a:hover { color: red; }", '[data-state="hover"] a{color: red;}'),
        ("a, b:is(c, d):hover, e { x: y }", '[data-state="hover"] b:is(c, d){x: y}'),
        ("button:active{x:y}/* a:hover{} */", '[data-state="active"] button{x:y}'),
        (
            "@media (a: b) { c:hover { x: y } d { x: y } }",
            '@media (a: b){[data-state="hover"] c{x: y}}',
        ),
        ("a { x: y } @media print { b { x: y } } @font-face { x: y }", ""),
        ("main:focus { x: y }", ""),
    ],
)
def test_states_repeat_the_rules_of_the_site(css: str, shown: str) -> None:
    assert "".join(states_of(css)) == shown


def test_themes_repeat_the_tokens() -> None:
    css = ":root{--a:1} @media screen and (prefers-color-scheme: dark) { :root { --a:2 } b{x:y} }"
    assert list(themes_of(css)) == ["[data-theme]{--a:1}", '[data-theme="dark"]{--a:2}']


def test_every_state_of_the_site_is_repeated() -> None:
    """A rule with a state that the parser does not reach would be missing on the living page."""
    css = "\n".join(path.read_text() for path in sources())
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    for state, pseudo in (("hover", ":hover"), ("focus", ":focus-visible"), ("active", ":active")):
        repeated = "".join(states_of(css)).count(f'[data-state="{state}"]')
        selectors = [
            part
            for prelude in re.findall(r"([^{};]+)\{", css)
            for part in re.split(r",(?![^(]*\))", prelude)
            if pseudo in part
        ]
        assert repeated == len(selectors) > 0, state
