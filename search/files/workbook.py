"""Reads the sheets of an Excel workbook, cell by cell.

Only what text needs is read, and leniently: styles, properties and links of many real files are not
as the standard has them, and openpyxl refuses the whole file for that.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from defusedxml import ElementTree

from .cell_values import format_of
from .cells import TRUE, Book, Rows, Strings
from .errors import UnreadableError
from .office_parts import natural_order
from .shown_parts import ShownParts, targets
from .xml_parts import collected, fed

_SHEET_NAME = re.compile(r"xl/worksheets/[^/]+\.xml")
_HIDDEN = frozenset({"hidden", "veryHidden"})


def workbook_text(archive: zipfile.ZipFile, part: str, shown: ShownParts) -> Iterator[str]:
    """Yield the title, the rows and the drawings of each visible sheet. `part` is that of the
    workbook."""
    book = _book(archive, part)
    for title, name in book.sheets:
        yield f"{title}\n"
        rows = Rows(book)
        for text in collected(archive, name, rows):
            yield text
            if rows.is_full:
                break
        yield from (shown.shown(name, drawing) for drawing in rows.drawings)


def _book(archive: zipfile.ZipFile, part: str) -> Book:
    root = ElementTree.fromstring(archive.read(part), forbid_dtd=True)
    names, listed = archive.namelist(), targets(archive, part)
    book = Book(sheets=_visible_sheets(root, listed, names))
    if not book.sheets:
        raise UnreadableError("broken")
    properties = (element for element in root.iter() if _plain(element.tag) == "workbookPr")
    book.since_1904 = any(element.get("date1904") in TRUE for element in properties)
    by_end = {posixpath.basename(name).lower(): name for name in [*names, *listed.values()]}
    if (strings := by_end.get("sharedstrings.xml")) in names:
        shared = Strings()
        for _ in fed(archive, strings, shared):
            pass
        book.strings = shared.found
    if (styles := by_end.get("styles.xml")) in names:
        book.formats = _formats(archive.read(styles))
    return book


def _visible_sheets(
    root: Any, targets: Mapping[str, str], names: Sequence[str]
) -> list[tuple[str, str]]:
    """Return titles and parts. Where nothing says which part a sheet is, they are in order."""
    listed = [element for element in root.iter() if _plain(element.tag) == "sheet"]
    parts: Iterable[str] = (targets.get(_relation(sheet), "") for sheet in listed)
    if not targets:
        parts = sorted(filter(_SHEET_NAME.fullmatch, names), key=natural_order)
    return [
        (sheet.get("name", ""), part)
        for sheet, part in zip(listed, parts, strict=False)
        if part in names and sheet.get("state") not in _HIDDEN
    ]


def _relation(sheet: Any) -> str:
    return next((value for key, value in sheet.items() if _plain(key) == "id"), "")


def _formats(styles: bytes) -> list[str]:
    """Return the number format of each style of cells; none if the styles are damaged, since a date
    is then only a number."""
    try:
        root = ElementTree.fromstring(styles, forbid_dtd=True)
        own: dict[int, str] = {}
        used: list[int] = []
        for element in root.iter():
            if _plain(element.tag) == "numFmt":
                own[int(element.get("numFmtId", ""))] = element.get("formatCode", "")
            elif _plain(element.tag) == "cellXfs":
                used = [int(style.get("numFmtId", "0")) for style in element]
    except (ElementTree.ParseError, ValueError):
        return []
    return [format_of(number, own) for number in used]


def _plain(tag: Any) -> str:
    return str(tag).rpartition("}")[2]
