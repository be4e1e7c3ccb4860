"""Reads office files, which are packed XML: Word, Excel, PowerPoint and OpenDocument."""

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml import sax
from openpyxl import load_workbook

from .errors import NoTextFormatError, UnreadableError
from .office_parts import is_encrypted, is_workbook, texts_of

# Of a sheet.
MOST_ROWS = 100_000
MOST_UNPACKED_BYTES = 200 * 1024 * 1024
MOST_MEMBERS = 5_000
CHUNK_BYTES = 1024 * 1024


def office_text(path: Path) -> Iterator[str]:
    """Yield the text in parts. Raises UnreadableError, and NoTextFormatError for an archive of
    something else."""
    with zipfile.ZipFile(path) as archive:
        if any(member.flag_bits & 1 for member in archive.infolist()):
            raise UnreadableError("encrypted")
        _unpack(archive)
        if is_encrypted(archive):
            raise UnreadableError("encrypted")
        if "content.xml" in archive.namelist():
            yield from _xml(archive, ["content.xml"], _OpenDocument)
        elif texts := texts_of(archive):
            yield from _xml(archive, texts, _Office)
        elif is_workbook(archive):
            yield from _workbook(path)
        else:
            raise NoTextFormatError


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
        for sheet in load_workbook(file, read_only=True, data_only=True).worksheets:
            # Programs write sizes of sheets that are wrong, and cells beyond would be left out.
            sheet.reset_dimensions()
            yield f"{sheet.title}\n"
            for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
                if line := " ".join(str(value) for value in row if value is not None):
                    yield f"{line}\n"
                if number >= MOST_ROWS:
                    break


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
    """Text, tables and presentations: text is in paragraphs and headings. What was deleted and what
    somebody remarked is in the file, but no part of its text."""

    _PARAGRAPHS = frozenset({"p", "h"})
    _SPACES = frozenset({"s", "tab", "line-break"})
    _UNSEEN = frozenset({"tracked-changes", "annotation"})

    def __init__(self) -> None:
        super().__init__()
        self.depth = self.unseen = 0

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        plain = self.plain(name)
        self.depth += plain in self._PARAGRAPHS
        self.unseen += plain in self._UNSEEN
        if plain in self._SPACES and not self.unseen:
            self.parts.append(" ")

    def characters(self, content: str) -> None:
        if self.depth and not self.unseen:
            self.parts.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802
        plain = self.plain(name)
        self.unseen -= plain in self._UNSEEN
        if plain in self._PARAGRAPHS:
            self.depth -= 1
            if not self.unseen:
                self.parts.append("\n")
