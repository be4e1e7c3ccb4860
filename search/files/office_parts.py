"""Which parts of an office file have its text.

Office Open XML gives every part a content type, in `[Content_Types].xml`. Most programs use the
same names (`word/document.xml`), but not all (`word/document2.xml`), so names are for files whose
list says nothing.
"""

import re
import zipfile

from defusedxml import ElementTree

_CONTENT_TYPES = "[Content_Types].xml"
_MANIFEST = "META-INF/manifest.xml"
# Documents and templates, with macros or without.
_WORD = re.compile(r"wordprocessingml\.(document|template)\.main|ms-word\..*\.main")
_NOTES = re.compile(r"wordprocessingml\.(footnotes|endnotes)")
_SLIDE = re.compile(r"presentationml\.slide\+xml")
_WORKBOOK = re.compile(r"spreadsheetml\.(sheet|template)\.main|ms-excel\.\w+\.macroEnabled\.main")
_NAMES = (
    ("word/document.xml", "wordprocessingml.document.main"),
    ("word/footnotes.xml", "wordprocessingml.footnotes"),
    ("word/endnotes.xml", "wordprocessingml.endnotes"),
    ("xl/workbook.xml", "spreadsheetml.sheet.main"),
)
_NUMBER = re.compile(r"(\d+)")
_MOST_DIGITS = 10
_SLIDE_NAME = re.compile(r"ppt/slides/\w+\.xml")


def is_encrypted(archive: zipfile.ZipFile) -> bool:
    """Whether it is of OpenDocument, which encrypts its members by itself and lists how."""
    return _MANIFEST in archive.namelist() and b"encryption-data" in archive.read(_MANIFEST)


def texts_of(archive: zipfile.ZipFile) -> list[str]:
    """Return the parts of a Word file or of a presentation that have its text, in reading order."""
    types = _types(archive)
    for kinds in ((_WORD, _NOTES), (_SLIDE,)):
        parts = [[name for name in types if kind.search(types[name])] for kind in kinds]
        if parts[0]:
            return [name for found in parts for name in sorted(found, key=natural_order)]
    return []


def workbook_of(archive: zipfile.ZipFile) -> str | None:
    """Return the part of an Excel file that lists its sheets."""
    return next((name for name, kind in _types(archive).items() if _WORKBOOK.search(kind)), None)


def _types(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the content type of each part that has one of its own."""
    names = archive.namelist()
    listed: dict[str, str] = {}
    if _CONTENT_TYPES in names:
        root = ElementTree.fromstring(archive.read(_CONTENT_TYPES), forbid_dtd=True)
        listed = {
            element.get("PartName", "").lstrip("/"): element.get("ContentType", "")
            for element in root
            if element.get("PartName")
        }
    there = {name: kind for name, kind in listed.items() if name in names}
    by_name = {name: kind for name, kind in _NAMES if name in names}
    slides = {name: "presentationml.slide+xml" for name in names if _SLIDE_NAME.fullmatch(name)}
    return slides | by_name | there


def natural_order(name: str) -> list[str]:
    """Sort `slide10` behind `slide2`."""
    return [part.zfill(_MOST_DIGITS) for part in _NUMBER.split(name)]
