"""Templates depend on each other in the direction in which code does, as pyproject.toml has it."""

import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from django.template import engines

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
LAYERS: list[str] = PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
# Room → its height: what stands higher may use what stands lower.
HEIGHTS = {
    room.strip("() "): -index for index, layer in enumerate(LAYERS) for room in layer.split("|")
}
TEMPLATES = sorted(
    path
    for folder in (
        ROOT / "site" / "govlab",
        *(ROOT / n for n in ("home", "news", "cases", "contact", "legal", "search")),
    )
    for path in folder.rglob("templates/**/*")
    if path.is_file()
)
USE = re.compile(r"{%-?\s*(load|include|extends)\s+(.*?)\s*-?%}", re.DOTALL)


def room_of(path: Path) -> str | None:
    """The room that a file lies in; None for one of a library."""
    if not path.is_relative_to(ROOT) or ".venv" in path.parts:
        return None
    first, *rest = path.relative_to(ROOT).parts
    return f"govlab.{rest[1]}" if first == "site" else first


def used(source: str) -> Iterator[Path]:
    """The files that a template loads, includes or extends by name."""
    engine = engines["django"].engine  # type: ignore[attr-defined]
    for tag, arguments in USE.findall(source):
        if tag == "load":
            names = arguments.partition(" from ")[2] or arguments
            for name in names.split():
                yield Path(import_module(engine.libraries[name]).__file__ or "")
        elif arguments.startswith(('"', "'")):
            name = arguments[1:].partition(arguments[0])[0]
            yield Path(engine.get_template(name).origin.name)


def upward(room: str, source: str) -> list[str]:
    """Rooms that stand above, or beside, the template's own and that it uses."""
    others = {room_of(path) for path in used(source)} - {room, None}
    return sorted(other for other in others if other and HEIGHTS[other] >= HEIGHTS[room])


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_templates_use_nothing_above_them(path: Path) -> None:
    room = room_of(path)
    assert room is not None
    assert upward(room, path.read_text()) == []


@pytest.mark.parametrize(
    ("room", "source", "found"),
    [
        ("news", '{% extends "website/base.html" %}', ["govlab.website"]),
        ("news", '{% include "cases/case_glance.html" %}', ["cases"]),
        ("govlab.design", "{% load i18n documents %}", ["govlab.core"]),
        ("home", "{% load site_navigation from site_pages %}", ["govlab.website"]),
        ("home", '{% include "components/card.html" with level=3 %}', []),
        ("govlab.website", "{% load search_field static %}", []),
    ],
)
def test_what_stands_above_is_found(room: str, source: str, found: list[str]) -> None:
    assert upward(room, source) == found
