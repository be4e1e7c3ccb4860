"""Collects the text of paragraphs from the XML of office files, as a reader sees it."""

from collections.abc import Callable
from xml.sax.xmlreader import AttributesImpl

from .xml_parts import Collector

_OFF = frozenset({"0", "false", "off"})
_NON_BREAKING_HYPHEN = "\N{NON-BREAKING HYPHEN}"


def local(name: str) -> str:
    """Return the name of an element or an attribute without its prefix, which is any."""
    return name.rpartition(":")[2]


def attribute(attrs: AttributesImpl, name: str) -> str:
    return next((value for key, value in attrs.items() if local(key) == name), "")


class Paragraphs(Collector):
    """A paragraph that stands within another one, as that of a text box or a footnote, follows it:
    its words are no part of the other's sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._within: list[str] = []
        self._open: list[list[str]] = []
        # How many elements are open that nobody sees.
        self._unseen = 0

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        if self._unseen or self.is_unseen(name, attrs):
            self._unseen += 1
        else:
            self.start(name, attrs)

    def endElement(self, name: str) -> None:  # noqa: N802
        if self._unseen:
            self._unseen -= 1
        else:
            self.end(name)

    def is_unseen(self, name: str, attrs: AttributesImpl) -> bool:
        raise NotImplementedError

    def start(self, name: str, attrs: AttributesImpl) -> None:
        raise NotImplementedError

    def end(self, name: str) -> None:
        raise NotImplementedError

    def begin_paragraph(self) -> None:
        self._open.append([])

    def end_paragraph(self) -> None:
        line = "".join(self._open.pop()) + "\n"
        if self._open:
            self._within.append(line)
            return
        self._done += [line, *self._within]
        self._within.clear()

    def write_apart(self, text: str) -> None:
        """Write whole lines, which follow an open paragraph."""
        (self._within if self._open else self._done).append(text)

    def write(self, text: str) -> None:
        if not self._unseen:
            (self._open[-1] if self._open else self._done).append(text)


class OfficeParagraphs(Paragraphs):
    """Word and PowerPoint: text is in elements `t`, a paragraph is a `p`. So it is in SmartArt, in
    drawings and in charts, whose labels are in the `v` of a list.

    Left out are text that was moved elsewhere (deleted text has another element), hidden text and
    hidden slides, and what old programs get in place of a text box.
    """

    _UNSEEN = frozenset({"moveFrom", "Fallback"})
    _SPACES = frozenset({"tab", "br", "cr"})
    # What shows another part, by the attribute that has the id of the relation.
    _SHOWS = {"relIds": "dm", "chart": "id"}
    _LABELS = "strCache"

    def __init__(self, shown: Callable[[str], str]) -> None:
        """`shown` returns the text of what a relation of this id shows, if it shows any."""
        super().__init__()
        self._shown = shown
        self._is_text = self._is_run = self._is_hidden = self._is_label = False

    def is_unseen(self, name: str, attrs: AttributesImpl) -> bool:
        plain = local(name)
        return plain in self._UNSEEN or (plain == "sld" and attribute(attrs, "show") in _OFF)

    def start(self, name: str, attrs: AttributesImpl) -> None:
        plain = local(name)
        self._is_text = plain == "t" or (self._is_label and plain == "v")
        if plain == "p":
            self.begin_paragraph()
        elif plain == self._LABELS:
            self._is_label = True
            self.begin_paragraph()
        elif plain == "r":
            self._is_run, self._is_hidden = True, False
        elif plain == "vanish" and self._is_run:
            self._is_hidden = attribute(attrs, "val") not in _OFF
        elif plain in self._SPACES:
            self.write(" ")
        elif plain == "noBreakHyphen":
            self.write(_NON_BREAKING_HYPHEN)
        elif plain in self._SHOWS:
            self.write_apart(self._shown(attribute(attrs, self._SHOWS[plain])))

    def characters(self, content: str) -> None:
        if self._is_text and not self._is_hidden:
            self.write(content)

    def end(self, name: str) -> None:
        plain = local(name)
        self._is_text = False
        if plain == "p" and self._open:
            self.end_paragraph()
        elif plain == self._LABELS:
            self._is_label = False
            self.end_paragraph()
        elif plain == "pt" and self._is_label:
            self.write(" ")
        elif plain == "r":
            self._is_run = self._is_hidden = False


class OpenDocumentParagraphs(Paragraphs):
    """Text, tables and presentations: text is in paragraphs, in headings and in descriptions of
    pictures.

    Left out are deleted text, remarks, the numbers of footnotes, a speaker's notes, and hidden
    sections, sheets, rows and columns.
    """

    _PARAGRAPHS = frozenset({"p", "h"})
    # With their prefix, as a field of the text is called `text:title`.
    _DESCRIPTIONS = frozenset({"svg:title", "svg:desc"})
    _SPACES = frozenset({"s", "tab", "line-break"})
    _UNSEEN = frozenset({"tracked-changes", "annotation", "note-citation", "notes"})

    def __init__(self) -> None:
        super().__init__()
        self._style = ""
        self._hidden_styles: set[str] = set()
        self._is_spreadsheet = False

    def is_unseen(self, name: str, attrs: AttributesImpl) -> bool:
        plain = local(name)
        if plain in self._UNSEEN:
            return True
        if plain == "section":
            return attribute(attrs, "display") == "none"
        if plain == "table-row":
            return attribute(attrs, "visibility") in {"collapse", "filter"}
        return plain == "table" and attribute(attrs, "style-name") in self._hidden_styles

    def start(self, name: str, attrs: AttributesImpl) -> None:
        plain = local(name)
        if plain in self._PARAGRAPHS or name in self._DESCRIPTIONS:
            self.begin_paragraph()
        elif plain in self._SPACES:
            self.write(" ")
        elif plain == "style":
            self._style = attribute(attrs, "name")
        elif plain == "table-properties" and attribute(attrs, "display") == "false":
            self._hidden_styles.add(self._style)
        elif plain == "spreadsheet":
            self._is_spreadsheet = True
        elif plain == "table" and self._is_spreadsheet:
            self.write(attribute(attrs, "name") + "\n")

    def characters(self, content: str) -> None:
        if self._open:
            self.write(content)

    def end(self, name: str) -> None:
        if local(name) in self._PARAGRAPHS or name in self._DESCRIPTIONS:
            self.end_paragraph()
