"""The files of the starting content: one TOML file per page, with both languages.

`content/<folder>/<key>.toml` holds language-neutral fields at its top level and one table a
language. A page without an `en` table exists in Latvian only.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

CONTENT_DIR = Path(__file__).parent / "content"


@dataclass(frozen=True)
class PageFile:
    # `mission`, `methods`, or `methods/personas`: how other files refer to the page.
    key: str
    fields: dict[str, Any]

    @property
    def translated(self) -> bool:
        return "en" in self.fields

    def text(self, language: str) -> dict[str, Any]:
        text: dict[str, Any] = self.fields[language]
        return text


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


@cache
def terms() -> dict[str, list[dict[str, Any]]]:
    """Vocabulary name → its terms."""
    return _read(CONTENT_DIR / "terms.toml")


@cache
def contacts() -> dict[str, Any]:
    return _read(CONTENT_DIR / "contacts.toml")


def single(name: str, key: str) -> PageFile:
    return PageFile(key, _read(CONTENT_DIR / f"{name}.toml"))


def folder(name: str) -> list[PageFile]:
    paths = sorted((CONTENT_DIR / name).glob("*.toml"))
    return [PageFile(f"{name}/{path.stem}", _read(path)) for path in paths]
