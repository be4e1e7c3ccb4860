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

    Left out are text that was moved elsewhere (deleted text has another element), hidden text,
    slides, shapes and rows, and what old programs get in place of a text box.
    """

    _UNSEEN = frozenset({"moveFrom", "Fallback"})
    _SPACES = frozenset({"tab", "br", "cr"})
    # What shows another part, by the attribute that has the id of the relation.
    _SHOWS = {"relIds": "dm", "chart": "id"}
    _LABELS = "strCache"
    # Shapes and rows, which say among their properties that they are hidden.
    _CONTAINERS = frozenset({"sp", "grpSp", "graphicFrame", "tr"})

    def __init__(self, shown: Callable[[str], str]) -> None:
        """`shown` returns the text of what a relation of this id shows, if it shows any."""
        super().__init__()
        self._shown = shown
        self._is_text = self._is_run = self._is_hidden = self._is_label = False
        # Of the containers that are open.
        self._are_hidden: list[bool] = []

    def is_unseen(self, name: str, attrs: AttributesImpl) -> bool:
        plain = local(name)
        return plain in self._UNSEEN or (plain == "sld" and attribute(attrs, "show") in _OFF)

    def start(self, name: str, attrs: AttributesImpl) -> None:
        plain = local(name)
        self._is_text = plain == "t" or (self._is_label and plain == "v")
        if plain in self._CONTAINERS:
            self._are_hidden.append(False)
        elif self._are_hidden and _says_hidden(plain, attrs):
            self._are_hidden[-1] = True
        elif plain == "p":
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
        if self._is_text and not self._is_hidden and not any(self._are_hidden):
            self.write(content)

    def end(self, name: str) -> None:
        plain = local(name)
        self._is_text = False
        if plain in self._CONTAINERS:
            self._are_hidden.pop()
        elif plain == "p" and self._open:
            self.end_paragraph()
        elif plain == self._LABELS:
            self._is_label = False
            self.end_paragraph()
        elif plain == "pt" and self._is_label:
            self.write(" ")
        elif plain == "r":
            self._is_run = self._is_hidden = False


def _says_hidden(name: str, attrs: AttributesImpl) -> bool:
    if name == "cNvPr":
        return attribute(attrs, "hidden") not in {"", *_OFF}
    return name == "hidden" and attribute(attrs, "val") not in _OFF
