"""Reads office files, which are packed XML: Word, Excel, PowerPoint and OpenDocument."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml import sax
from openpyxl import load_workbook

from .errors import NoTextFormatError, UnreadableError

MOST_ROWS = 100_000
MOST_UNPACKED_BYTES = 200 * 1024 * 1024
MOST_MEMBERS = 5_000
CHUNK_BYTES = 1024 * 1024
_WORD = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_SLIDE = re.compile(r"ppt/slides/\w+\.xml")


def office_text(path: Path) -> Iterator[str]:
    """Yield the text in parts. Raises UnreadableError and NoTextFormatError."""
    with zipfile.ZipFile(path) as archive:
        if any(member.flag_bits & 1 for member in archive.infolist()):
            raise UnreadableError("encrypted")
        names = set(archive.namelist())
        if _WORD[0] in names:
            texts = _xml(archive, filter(names.__contains__, _WORD), _Office)
        elif "content.xml" in names:
            texts = _xml(archive, ["content.xml"], _OpenDocument)
        elif "xl/workbook.xml" in names:
            texts = _workbook(path)
        elif slides := sorted(filter(_SLIDE.fullmatch, names)):
            texts = _xml(archive, slides, _Office)
        else:
            raise NoTextFormatError
        _unpack(archive)
        yield from texts


def _unpack(archive: zipfile.ZipFile) -> None:
    """Read everything once, because headers need not say how large it is."""
    members, left = archive.infolist(), MOST_UNPACKED_BYTES
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > left:
        raise UnreadableError("too_large")
    for member in members:
        with archive.open(member) as file:
            while chunk := file.read(CHUNK_BYTES):
                left -= len(chunk)
                if left < 0:
                    raise UnreadableError("too_large")


def _xml(archive: zipfile.ZipFile, names: Iterable[str], reader: type["_Texts"]) -> Iterator[str]:
    for name in names:
        handler = reader()
        with archive.open(name) as file:
            sax.parse(file, handler, forbid_dtd=True)
        yield "".join(handler.parts)


def _workbook(path: Path) -> Iterator[str]:
    # From a file and not its path, because openpyxl judges names.
    with path.open("rb") as file:
        rows = 0
        for sheet in load_workbook(file, read_only=True, data_only=True).worksheets:
            yield f"{sheet.title}\n"
            for row in sheet.iter_rows(values_only=True):
                if line := " ".join(str(value) for value in row if value is not None):
                    yield f"{line}\n"
                rows += 1
                if rows >= MOST_ROWS:
                    return


class _Texts(ContentHandler):
    """Collects text, with a space or line where an element stands for one."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    @staticmethod
    def plain(name: str) -> str:
        return name.rpartition(":")[2]


class _Office(_Texts):
    """Word and PowerPoint: text is in elements `t`, a paragraph is a `p`."""

    def __init__(self) -> None:
        super().__init__()
        self.within = False

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        self.within = self.plain(name) == "t"
        if self.plain(name) in {"tab", "br", "cr"}:
            self.parts.append(" ")

    def characters(self, content: str) -> None:
        if self.within:
            self.parts.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802
        self.within = False
        if self.plain(name) == "p":
            self.parts.append("\n")


class _OpenDocument(_Texts):
    """Text, tables and presentations: text is in paragraphs and headings."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        if name in {"text:p", "text:h"}:
            self.depth += 1
        elif name in {"text:s", "text:tab", "text:line-break"}:
            self.parts.append(" ")

    def characters(self, content: str) -> None:
        if self.depth:
            self.parts.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802
        if name in {"text:p", "text:h"}:
            self.depth -= 1
            self.parts.append("\n")
