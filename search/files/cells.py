"""Collects the rows of a sheet and the texts that cells share, from the XML of a workbook."""

import re
from dataclasses import dataclass, field
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from .cell_values import GENERAL, number_text
from .paragraphs import attribute, local
from .xml_parts import Collector

# Of a sheet.
MOST_ROWS = 100_000
TRUE = frozenset({"1", "true"})
_LETTERS = re.compile(r"[A-Z]+")


@dataclass
class Book:
    # Titles and parts, in order.
    sheets: list[tuple[str, str]] = field(default_factory=list)
    strings: list[str] = field(default_factory=list)
    # Of each style of cells.
    formats: list[str] = field(default_factory=list)
    since_1904: bool = False


class Strings(ContentHandler):
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


class Rows(Collector):
    """The rows of a sheet, each as a line, without hidden rows and columns."""

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._number = 0
        self._book = book
        self._cells: list[str] = []
        # The ids of the relations that show text boxes, charts and SmartArt.
        self.drawings: list[str] = []
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
            self._is_hidden = attrs.get("hidden") in TRUE
            self._column = 0
        elif plain == "col" and attrs.get("hidden") in TRUE:
            columns = range(int(attrs.get("min", "0")), int(attrs.get("max", "0")) + 1)
            self._hidden_columns.append(columns)
        elif plain == "drawing":
            self.drawings.append(attribute(attrs, "id"))

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
                return "TRUE" if value.strip() in TRUE else "FALSE"
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
