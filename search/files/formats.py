"""Reads the text of a file of any format. Runs in a process of its own, which may be killed.

A format is recognised by the contents, never by the name alone.
"""

import codecs
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml import sax
from openpyxl import load_workbook
from pypdf import PdfReader

# Of a text; a book has a million.
MOST_CHARACTERS = 300_000
MOST_PDF_PAGES = 1_000
MOST_ROWS = 100_000
MOST_UNPACKED_BYTES = 200 * 1024 * 1024
MOST_MEMBERS = 5_000
CHUNK_BYTES = 1024 * 1024
# A PDF may begin behind other bytes.
PDF_START_WITHIN = 1024
# The container of encrypted Office files, and of those of Office 97.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Pictures and sounds have these; texts hardly.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_PLAIN = frozenset({".txt", ".csv", ".md", ".tsv"})


class UnreadableError(Exception):
    """`reason` is one of `search.models.file_text.Reason`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NoTextFormatError(Exception):
    """A file that holds other things than text, such as an archive or a picture."""


def read(path: Path, name: str) -> str:
    """Return the text. Raises UnreadableError, NoTextFormatError and whatever a broken file makes
    of a library."""
    with path.open("rb") as file:
        start = file.read(PDF_START_WITHIN)
    suffix = Path(name).suffix.lower()
    if b"%PDF-" in start:
        return _limited(_pdf(path))
    if start.startswith(OLE):
        raise UnreadableError("encrypted")
    if start.startswith(b"PK"):
        return _limited(_packed(path))
    if suffix in _PLAIN:
        return _plain(path.read_bytes()[: 4 * MOST_CHARACTERS])
    if suffix in {".zip", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"}:
        raise NoTextFormatError
    raise UnreadableError("format")


def _limited(parts: Iterator[str]) -> str:
    found, length = [], 0
    for part in parts:
        found.append(part)
        length += len(part)
        if length > MOST_CHARACTERS:
            break
    return "".join(found)[:MOST_CHARACTERS]


def _pdf(path: Path) -> Iterator[str]:
    reader = PdfReader(path)
    # Many are encrypted without a password, so that nobody changes them.
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError("encrypted")
    for page in reader.pages[:MOST_PDF_PAGES]:
        yield f"{page.extract_text()}\n"


def _packed(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as archive:
        if any(member.flag_bits & 1 for member in archive.infolist()):
            raise UnreadableError("encrypted")
        names = set(archive.namelist())
        if "word/document.xml" in names:
            reader: Callable[[], Iterator[str]] = lambda: _word(archive)  # noqa: E731
        elif "content.xml" in names:
            reader = lambda: _xml(archive, "content.xml", _OpenDocument())  # noqa: E731
        elif "xl/workbook.xml" in names:
            reader = lambda: _workbook(path)  # noqa: E731
        elif slides := sorted(filter(re.compile(r"ppt/slides/\w+\.xml").fullmatch, names)):
            reader = lambda: (  # noqa: E731
                part for slide in slides for part in _xml(archive, slide, _Office())
            )
        else:
            raise NoTextFormatError
        _unpack(archive)
        yield from reader()


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


def _word(archive: zipfile.ZipFile) -> Iterator[str]:
    names = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
    for name in names:
        if name in archive.namelist():
            yield from _xml(archive, name, _Office())


def _xml(archive: zipfile.ZipFile, name: str, handler: "_Texts") -> Iterator[str]:
    with archive.open(name) as file:
        sax.parse(file, handler, forbid_dtd=True)
    yield "".join(handler.parts)


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


def _plain(content: bytes) -> str:
    text = _decoded(content)
    if len(_CONTROLS.findall(text)) * 100 > len(text):
        raise UnreadableError("format")
    return text[:MOST_CHARACTERS]


def _decoded(content: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    sample = content[:4000]
    # Every other byte of UTF-16 text in a Latin alphabet is zero, apart from letters like ā.
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if zeros.count(0) * 2 > len(zeros) > 0:
            return content.decode(encoding, errors="replace")
    try:
        # A cut within a letter at the end is no error.
        return codecs.getincrementaldecoder("utf-8")().decode(content)
    except UnicodeDecodeError:
        return content.decode("windows-1257", errors="replace")
