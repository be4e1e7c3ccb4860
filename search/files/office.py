"""Reads office files, which are packed XML: Word, Excel, PowerPoint and OpenDocument."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from .errors import NoTextFormatError, UnreadableError
from .office_parts import is_encrypted, texts_of, workbook_of
from .open_document import OpenDocumentParagraphs
from .shown_parts import ShownParts
from .workbook import workbook_text
from .xml_parts import collected

MOST_UNPACKED_BYTES = 200 * 1024 * 1024
MOST_MEMBERS = 5_000


def office_text(path: Path) -> Iterator[str]:
    """Yield the text in parts. Raises UnreadableError, and NoTextFormatError for an archive of
    something else."""
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        if any(member.flag_bits & 1 for member in members):
            raise UnreadableError("encrypted")
        # No more of a member is unpacked than it says to have.
        size = sum(member.file_size for member in members)
        if len(members) > MOST_MEMBERS or size > MOST_UNPACKED_BYTES:
            raise UnreadableError("too_large")
        _divide_by_slashes(archive)
        if is_encrypted(archive):
            raise UnreadableError("encrypted")
        shown = ShownParts(archive)
        if "content.xml" in archive.namelist():
            yield from collected(archive, "content.xml", OpenDocumentParagraphs())
        elif texts := texts_of(archive):
            for name in texts:
                yield from shown.text(name)
        elif workbook := workbook_of(archive):
            yield from workbook_text(archive, workbook, shown)
        else:
            raise NoTextFormatError
        if shown.is_damaged:
            raise UnreadableError("broken")


def _divide_by_slashes(archive: zipfile.ZipFile) -> None:
    """Some programs divide the names of parts by backslashes."""
    for member in archive.infolist():
        member.filename = member.filename.replace("\\", "/")
        archive.NameToInfo[member.filename] = member
