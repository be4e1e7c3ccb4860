"""Reads the text of a file of any format. Runs in a process of its own, which may be killed.

A format is recognised by the contents, never by the name alone.
"""

import mimetypes
from collections.abc import Callable, Iterator
from pathlib import Path

from .errors import NoTextFormatError, UnreadableError
from .office import office_text
from .parts import MOST_CHARACTERS, ReadText, forget, put_together
from .pdf import pdf_text
from .plain_text import decoded_text

# A PDF may begin behind other bytes, and ends with the place of its index.
PDF = b"%PDF-"
PDF_START_WITHIN = 1024
PDF_INDEX = b"startxref"
PDF_INDEX_WITHIN = 4096
# The container of encrypted Office files, and of those of Office 97.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PLAIN = frozenset({".txt", ".csv", ".md", ".tsv"})
# XML and HTML, which are read as they are if the name says that they are plain text.
_MARKUP = b"<"
# RTF and PostScript, which nobody reads so.
_PROGRAMS = (b"{\\rtf", b"%!PS")
_BLANK = b"\xef\xbb\xbf \t\r\n"
# What nobody expects text of.
_ARCHIVES = frozenset({".zip", ".7z", ".rar", ".tar", ".gz", ".bz2", ".xz"})
_MEDIA = ("image/", "audio/", "video/", "font/")


def read(path: Path, name: str, keep: Callable[[str], None] = forget) -> ReadText:
    """Return the text. Raises UnreadableError and NoTextFormatError. `keep` is as for
    `put_together`."""
    start, end = _ends_of(path)
    try:
        return put_together(_parts(path, name, start, end), keep)
    except NoTextFormatError:
        raise _unknown(name) from None


def _parts(path: Path, name: str, start: bytes, end: bytes) -> Iterator[str]:
    if start.startswith(OLE):
        raise UnreadableError("encrypted")
    if start.startswith(b"PK"):
        yield from office_text(path)
    elif start.startswith(PDF) or (PDF in start and PDF_INDEX in end):
        yield from pdf_text(path)
    else:
        yield _plain_text(path, name, start)


def _plain_text(path: Path, name: str, start: bytes) -> str:
    begin = start.lstrip(_BLANK)
    is_plain = Path(name).suffix.lower() in _PLAIN
    if begin.startswith(_PROGRAMS) or (begin.startswith(_MARKUP) and not is_plain):
        raise NoTextFormatError
    try:
        return decoded_text(path.read_bytes()[: 4 * MOST_CHARACTERS])
    except UnreadableError:
        raise NoTextFormatError from None


def _ends_of(path: Path) -> tuple[bytes, bytes]:
    with path.open("rb") as file:
        start = file.read(PDF_START_WITHIN)
        file.seek(max(0, path.stat().st_size - PDF_INDEX_WITHIN))
        return start, file.read()


def _unknown(name: str) -> Exception:
    """Only a picture, recording or archive, by its name, is not expected to have text."""
    kind, _ = mimetypes.guess_type(name, strict=False)
    media = Path(name).suffix.lower() in _ARCHIVES or (kind or "").startswith(_MEDIA)
    return NoTextFormatError() if media else UnreadableError("format")
