"""Reads the sheets of an Excel workbook, cell by cell.

Only what text needs is read, and leniently: styles, properties and links of many real files are not
as the standard has them, and openpyxl refuses the whole file for that.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml import ElementTree

from .cell_values import GENERAL, format_of, number_text
from .errors import UnreadableError
from .office_parts import natural_order
from .paragraphs import local
from .xml_parts import Collector, collected, fed

# Of a sheet.
MOST_ROWS = 100_000
_SHEET_NAME = re.compile(r"xl/worksheets/[^/]+\.xml")
_HIDDEN = frozenset({"hidden", "veryHidden"})
_TRUE = frozenset({"1", "true"})
_LETTERS = re.compile(r"[A-Z]+")


@dataclass
class _Book:
    # Titles and parts, in order.
    sheets: list[tuple[str, str]] = field(default_factory=list)
    strings: list[str] = field(default_factory=list)
    # Of each style of cells.
    formats: list[str] = field(default_factory=list)
    since_1904: bool = False


def workbook_text(archive: zipfile.ZipFile, part: str) -> Iterator[str]:
    """Yield the title and the rows of each visible sheet. `part` is that of the workbook."""
    book = _book(archive, part)
    for title, name in book.sheets:
        yield f"{title}\n"
        rows = _Rows(book)
        for text in collected(archive, name, rows):
            yield text
            if rows.is_full:
                break


def _book(archive: zipfile.ZipFile, part: str) -> _Book:
    root = ElementTree.fromstring(archive.read(part), forbid_dtd=True)
    targets = _targets(archive, part)
    book = _Book()
    for element in root.iter():
        name = _plain(element.tag)
        if name == "workbookPr":
            book.since_1904 = element.get("date1904") in _TRUE
        elif name == "sheet" and element.get("state") not in _HIDDEN:
            relation = next((v for key, v in element.items() if _plain(key) == "id"), "")
            book.sheets.append((element.get("name", ""), targets.get(relation, "")))
    names = archive.namelist()
    if not targets:
        found = sorted(filter(_SHEET_NAME.fullmatch, names), key=natural_order)
        book.sheets = [(title, name) for (title, _), name in zip(book.sheets, found, strict=False)]
    book.sheets = [(title, name) for title, name in book.sheets if name in names]
    if not book.sheets:
        raise UnreadableError("broken")
    by_end = {posixpath.basename(name).lower(): name for name in [*names, *targets.values()]}
    if (strings := by_end.get("sharedstrings.xml")) in names:
        shared = _Strings()
        for _ in fed(archive, strings, shared):
            pass
        book.strings = shared.found
    if (styles := by_end.get("styles.xml")) in names:
        book.formats = _formats(archive.read(styles))
    return book


def _targets(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """Return the parts that a part refers to, by the ids of the relations."""
    folder, name = posixpath.split(part)
    listed = f"{folder}/_rels/{name}.rels"
    if listed not in archive.namelist():
        return {}
    root = ElementTree.fromstring(archive.read(listed), forbid_dtd=True)
    return {
        relation.get("Id", ""): posixpath.normpath(
            posixpath.join("/", folder, relation.get("Target", ""))
        ).lstrip("/")
        for relation in root
    }


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


class _Strings(ContentHandler):
    """The texts that cells share, without the readings of Japanese ones."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._parts: list[str] = []
        self._is_text = self._is_reading = False

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        plain = local(name)
        self._is_text = plain == "t" and not self._is_reading
        if plain == "si":
            self._parts = []
        elif plain == "rPh":
            self._is_reading = True

    def characters(self, content: str) -> None:
        if self._is_text:
            self._parts.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802
        plain = local(name)
        self._is_text = False
        if plain == "si":
            self.found.append("".join(self._parts))
        elif plain == "rPh":
            self._is_reading = False


class _Rows(Collector):
    """The rows of a sheet, each as a line, without hidden rows and columns."""

    def __init__(self, book: _Book) -> None:
        super().__init__()
        self._number = 0
        self._book = book
        self._cells: list[str] = []
        self._hidden_columns: list[range] = []
        self._is_hidden = self._is_value = False
        self._kind = self._shape = ""
        self._column = 0
        self._value: list[str] = []

    @property
    def is_full(self) -> bool:
        return self._number >= MOST_ROWS

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        plain = local(name)
        if plain == "c":
            self._begin_cell(attrs)
        elif plain in {"v", "t"}:
            self._is_value = True
        elif plain == "row":
            self._is_hidden = attrs.get("hidden") in _TRUE
            self._column = 0
        elif plain == "col" and attrs.get("hidden") in _TRUE:
            columns = range(int(attrs.get("min", "0")), int(attrs.get("max", "0")) + 1)
            self._hidden_columns.append(columns)

    def characters(self, content: str) -> None:
        if self._is_value:
            self._value.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802
        plain = local(name)
        self._is_value = False
        if plain == "c":
            if self._value and not self._is_hidden and not self._is_in_hidden_column():
                self._cells.append(self._text("".join(self._value)))
        elif plain == "row":
            line = " ".join(filter(None, self._cells))
            if line and not self.is_full:
                self._done.append(f"{line}\n")
            self._number += 1
            self._cells = []

    def _begin_cell(self, attrs: AttributesImpl) -> None:
        self._value = []
        self._kind, style = attrs.get("t", "n"), attrs.get("s", "")
        formats = self._book.formats
        known = style.isdecimal() and int(style) < len(formats)
        self._shape = formats[int(style)] if known else GENERAL
        address = _LETTERS.match(attrs.get("r", ""))
        self._column = _number(address.group()) if address else self._column + 1

    def _is_in_hidden_column(self) -> bool:
        return any(self._column in columns for columns in self._hidden_columns)

    def _text(self, value: str) -> str:
        match self._kind:
            case "s":
                strings = self._book.strings
                known = value.strip().isdecimal() and int(value) < len(strings)
                return strings[int(value)] if known else ""
            case "b":
                return "TRUE" if value.strip() in _TRUE else "FALSE"
            case "e":
                return ""
            case "n":
                return number_text(value, self._shape, since_1904=self._book.since_1904)
        return value


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
