"""Catalogues of a project, of parts and of packages, made for a test."""

from pathlib import Path

import polib

from tools import messages, package_messages

LATVIAN = {
    "Language": "lv",
    "Content-Type": "text/plain; charset=UTF-8",
    "Plural-Forms": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);",
}


def write(path: Path, *entries: polib.POEntry) -> None:
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = LATVIAN
    catalogue.extend(entries)
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))


def part(root: Path, name: str) -> Path:
    return root / package_messages.PARTS / "lv" / "LC_MESSAGES" / f"{name}.po"


def own(root: Path) -> Path:
    return root / messages.CATALOGUES / "lv" / "LC_MESSAGES" / "django.po"


def entry(msgid: str, msgstr: str, msgctxt: str | None = None) -> polib.POEntry:
    return polib.POEntry(msgid=msgid, msgstr=msgstr, msgctxt=msgctxt)
