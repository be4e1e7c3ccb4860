"""Checks that a file's content matches its extension.

Programs that sniff the content would display, or run, HTML that is named as a PDF.
"""

import re
import zipfile
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import IO

# The number of bytes that are inspected.
LOOKED_AT = 65_536

_OFFICE = {"docx": "word/", "pptx": "ppt/", "xlsx": "xl/"}
_OPEN_DOCUMENT = {"odp": b"presentation", "ods": b"spreadsheet", "odt": b"text"}
_OPEN_DOCUMENT_TYPE = b"application/vnd.oasis.opendocument."
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
# Text that browsers sniff as markup (WHATWG MIME Sniffing, and any tag).
_MARKUP = re.compile(rb"\s*<(?:!|\?|/?[a-z])", re.IGNORECASE)
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
# Control characters that do not occur in text files.
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def fits_extension(file: IO[bytes], name: str) -> bool:
    """Return False also for unknown extensions. Rewinds the file."""
    extension = PurePosixPath(name).suffix.lower().removeprefix(".")
    try:
        file.seek(0)
        head = file.read(LOOKED_AT)
        check = _CHECKS.get(extension)
        return check is not None and check(file, head, extension)
    finally:
        file.seek(0)


def _pdf(file: IO[bytes], head: bytes, extension: str) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-")


def _text(file: IO[bytes], head: bytes, extension: str) -> bool:
    if head.startswith(_BYTE_ORDER_MARKS[1:]):
        # UTF-16, as spreadsheets write “Unicode text”.
        head = head[: len(head) // 2 * 2].decode("utf-16", errors="replace").encode()
    head = head.removeprefix(_BYTE_ORDER_MARKS[0])
    return not (_BINARY.search(head) or _MARKUP.match(head) or head.lstrip().startswith(b"%PDF-"))


def _archive(file: IO[bytes], head: bytes, extension: str) -> bool:
    return _members(file, head) is not None


def _office(file: IO[bytes], head: bytes, extension: str) -> bool:
    """Whether it is an Office file without macros, which have other extensions."""
    members = _members(file, head) or []
    return (
        "[Content_Types].xml" in members
        and any(member.startswith(_OFFICE[extension]) for member in members)
        and not any(member.lower().endswith("vbaproject.bin") for member in members)
    )


def _open_document(file: IO[bytes], head: bytes, extension: str) -> bool:
    if "mimetype" not in (_members(file, head) or []):
        return False
    with zipfile.ZipFile(file) as archive, archive.open("mimetype") as member:
        media_type = member.read(100).strip()
    return media_type.startswith(_OPEN_DOCUMENT_TYPE + _OPEN_DOCUMENT[extension])


def _members(file: IO[bytes], head: bytes) -> list[str] | None:
    """Return the names in a ZIP file; None if it is not a valid one."""
    if not head.startswith(_ZIP_STARTS):
        return None
    try:
        with zipfile.ZipFile(file) as archive:
            return archive.namelist()
    except Exception:
        # zipfile raises various exceptions: BadZipFile, struct.error, NotImplementedError …
        return None


_CHECKS: dict[str, Callable[[IO[bytes], bytes, str], bool]] = {
    "csv": _text,
    "txt": _text,
    "pdf": _pdf,
    "zip": _archive,
    **dict.fromkeys(_OFFICE, _office),
    **dict.fromkeys(_OPEN_DOCUMENT, _open_document),
}
