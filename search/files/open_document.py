"""Collects the text of OpenDocument files, as a reader sees it."""

from xml.sax.xmlreader import AttributesImpl

from .paragraphs import Paragraphs, attribute, local


class OpenDocumentParagraphs(Paragraphs):
    """Text, tables and presentations: text is in paragraphs, in headings and in descriptions of
    pictures.

    Left out are deleted text, remarks, the numbers of footnotes, a speaker's notes, hidden text and
    paragraphs, and hidden sections, slides, sheets, rows and columns.
    """

    _PARAGRAPHS = frozenset({"p", "h"})
    # With their prefix, as a field of the text is called `text:title`.
    _DESCRIPTIONS = frozenset({"svg:title", "svg:desc"})
    _SPACES = frozenset({"s", "tab", "line-break"})
    _UNSEEN = frozenset({"tracked-changes", "annotation", "note-citation", "notes"})
    # The elements that a style of each family may hide, and the property that says so.
    _FAMILIES = {"table": "table", "page": "drawing-page", "span": "text"} | dict.fromkeys(
        _PARAGRAPHS, "paragraph"
    )
    _HIDES = {
        "table-properties": ("display", "false"),
        "drawing-page-properties": ("visibility", "hidden"),
        "text-properties": ("display", "none"),
    }

    def __init__(self) -> None:
        super().__init__()
        self._style = ("", "")
        self._hidden_styles: set[tuple[str, str]] = set()
        self._is_spreadsheet = False
        self._columns: list[Columns] = []
        # How many paragraphs are open, at those that turn out to be hidden.
        self._hidden_at: set[int] = set()

    def is_unseen(self, name: str, attrs: AttributesImpl) -> bool:
        plain = local(name)
        if plain in self._UNSEEN:
            return True
        if plain == "section":
            return attribute(attrs, "display") == "none"
        if plain == "hidden-text":
            return attribute(attrs, "is-hidden") == "true"
        if plain == "table-row":
            return attribute(attrs, "visibility") in {"collapse", "filter"}
        if plain in {"table-cell", "covered-table-cell"} and self._columns:
            return self._columns[-1].is_next_hidden(attrs)
        return (self._FAMILIES.get(plain), attribute(attrs, "style-name")) in self._hidden_styles

    def start(self, name: str, attrs: AttributesImpl) -> None:
        plain = local(name)
        if plain in self._PARAGRAPHS or name in self._DESCRIPTIONS:
            self.begin_paragraph()
        elif plain in self._SPACES:
            self.write(" ")
        elif plain == "style":
            self._style = attribute(attrs, "family"), attribute(attrs, "name")
        elif hides := self._HIDES.get(plain):
            if attribute(attrs, hides[0]) == hides[1]:
                self._hidden_styles.add(self._style)
        elif plain == "hidden-paragraph" and attribute(attrs, "is-hidden") == "true":
            self._hidden_at.add(len(self._open))
        elif plain == "spreadsheet":
            self._is_spreadsheet = True
        elif plain == "table":
            self._columns.append(Columns())
            if self._is_spreadsheet:
                self.write(attribute(attrs, "name") + "\n")
        elif plain == "table-column" and self._columns:
            self._columns[-1].add(attrs)
        elif plain == "table-row" and self._columns:
            self._columns[-1].begin_row()

    def characters(self, content: str) -> None:
        if self._open:
            self.write(content)

    def end(self, name: str) -> None:
        plain = local(name)
        if plain in self._PARAGRAPHS or name in self._DESCRIPTIONS:
            if len(self._open) in self._hidden_at:
                self._hidden_at.discard(len(self._open))
                self._open[-1].clear()
            self.end_paragraph()
        elif plain == "table" and self._columns:
            self._columns.pop()


class Columns:
    """The hidden columns of a table. Columns and cells may stand for several that are equal."""

    def __init__(self) -> None:
        self._number = self._cell = 0
        self._hidden: list[range] = []

    def add(self, attrs: AttributesImpl) -> None:
        following = self._number + _repeated(attrs)
        if attribute(attrs, "visibility") in {"collapse", "filter"}:
            self._hidden.append(range(self._number, following))
        self._number = following

    def begin_row(self) -> None:
        self._cell = 0

    def is_next_hidden(self, attrs: AttributesImpl) -> bool:
        """Whether no column of the next cell is seen."""
        first, self._cell = self._cell, self._cell + _repeated(attrs)
        return any(first in columns and self._cell <= columns.stop for columns in self._hidden)


def _repeated(attrs: AttributesImpl) -> int:
    number = attribute(attrs, "number-columns-repeated")
    return int(number) if number.isdecimal() else 1
