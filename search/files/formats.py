"""Reads the text of a file of any format. Runs in a process of its own, which may be killed.

A format is recognised by the contents, never by the name alone.
"""

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
        return _limited(office_text(path))
    if suffix in _PLAIN:
        return decoded_text(path.read_bytes()[: 4 * MOST_CHARACTERS])[:MOST_CHARACTERS]
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
