"""Reads the text of a file of any format. Runs in a process of its own, which may be killed.

A format is recognised by the contents, never by the name alone.
"""

import mimetypes
import re
from collections.abc import Iterator
from pathlib import Path

from pypdf import PdfReader

from .errors import NoTextFormatError, UnreadableError
from .office import office_text
from .plain_text import decoded_text

# Of a text; a book has a million.
MOST_CHARACTERS = 300_000
MOST_PDF_PAGES = 1_000
# A PDF may begin behind other bytes.
PDF_START_WITHIN = 1024
# The container of encrypted Office files, and of those of Office 97.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PLAIN = frozenset({".txt", ".csv", ".md", ".tsv"})
# Of text that is written in a format of its own: XML, HTML, RTF, PostScript.
_MARKUP = (b"<", b"{\\rtf", b"%!PS")
_BLANK = b"\xef\xbb\xbf \t\r\n"
# What nobody expects text of.
_ARCHIVES = frozenset({".zip", ".7z", ".rar", ".tar", ".gz", ".bz2", ".xz"})
_MEDIA = ("image/", "audio/", "video/", "font/")
# A word that a PDF divides at the end of a line. Its hyphen stays, and search finds such words by
# their parts and as one.
_DIVIDED = re.compile(r"(?<=[^\W\d_])([-\u2010\u00ad])[ \t]*\n[ \t]*(?=[^\W\d_])")


def read(path: Path, name: str) -> str:
    """Return the text. Raises UnreadableError, NoTextFormatError and whatever a broken file makes
    of a library."""
    with path.open("rb") as file:
        start = file.read(PDF_START_WITHIN)
    if b"%PDF-" in start:
        return _limited(_pdf(path))
    if start.startswith(OLE):
        raise UnreadableError("encrypted")
    if start.startswith(b"PK"):
        try:
            return _limited(office_text(path))
        except NoTextFormatError:
            raise _unknown(name) from None
    markup = start.lstrip(_BLANK).startswith(_MARKUP)
    if markup and Path(name).suffix.lower() not in _PLAIN:
        raise _unknown(name)
    try:
        return decoded_text(path.read_bytes()[: 4 * MOST_CHARACTERS])[:MOST_CHARACTERS]
    except UnreadableError:
        raise _unknown(name) from None


def _unknown(name: str) -> Exception:
    """Only a picture, recording or archive, by its name, is not expected to have text."""
    kind, _ = mimetypes.guess_type(name, strict=False)
    media = Path(name).suffix.lower() in _ARCHIVES or (kind or "").startswith(_MEDIA)
    return NoTextFormatError() if media else UnreadableError("format")


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
        yield _DIVIDED.sub(r"\1", f"{page.extract_text()}\n")
