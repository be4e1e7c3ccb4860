"""Reads the text of PDF files, page by page: one that is damaged does not take the others along."""

import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError

from .errors import UnreadableError
from .pdf_annotations import annotation_texts
from .running_lines import without_running_lines

MOST_PAGES = 1_000
# By a password, or a certificate.
_REASONS = {
    pdfium.FPDF_ERR_PASSWORD: "encrypted",
    pdfium.FPDF_ERR_SECURITY: "encrypted",
}
# A page that is a picture and has fewer characters is scanned: programs that sign add a stamp.
FEWEST_CHARACTERS = 200
# Of the signs of a page or line: letters and digits. A font that does not say what its signs mean
# gives others.
FEWEST_WORDS = 0.6
# A line that goes on in the next one is nearly as long as the longest of its page.
NEARLY = 0.75
FEWEST_FULL_LINE = 40
# A word that a PDF divides at the end of a line. Its hyphen stays, and search finds such words by
# their parts and as one. PDFium marks those that it recognises.
_DIVIDED = re.compile(r"[\ufffe\x02]|(?<=[^\W\d_])[-\u2010\u00ad][ \t]*\n[ \t]*(?=[^\W\d_])")
# What follows a raised sign, such as that of a footnote, is a line of its own to PDFium.
_BEHIND_RAISED = re.compile(r"\n(?=[,;.:)\]»”])")
_ENDS_DIVIDED = re.compile(r"[^\W\d_][-\u2010\u00ad]\s*$")
_ENDS = re.compile(r"[.!?:;…]\W*$")
_REPEATED = re.compile(r"([\W_])\1+")
# Spaces, and what boxes to tick and tables are drawn with.
_SPACES = re.compile(r"[\s|()\[\]]+")
_WORD_SIGNS = re.compile(r"[^\W_]")


def pdf_text(path: Path) -> Iterator[str]:
    """Yield the text in parts. Raises UnreadableError after those that could be read."""
    try:
        # Many are encrypted without a password, so that nobody changes them.
        document = PdfDocument(path)
        if document.get_formtype() == pdfium.FORMTYPE_XFA_FULL:
            # The pages only say that another program shows them.
            raise UnreadableError("format")
        document.init_forms()
    except PdfiumError as error:
        raise UnreadableError(_REASONS.get(error.err_code, "broken")) from error
    pages = _Pages()
    yield from _flowing(without_running_lines(pages.texts(document)))
    yield from pages.annotations
    if pages.reason:
        raise UnreadableError(pages.reason)


class _Pages:
    """The texts of the pages, and what is wrong with those that have none."""

    def __init__(self) -> None:
        self._number = self._scanned = 0
        self._is_long = self._is_damaged = self._has_text = False
        self.annotations: list[str] = []

    @property
    def reason(self) -> str:
        if self._is_damaged:
            return "broken"
        if self._is_long:
            return "too_long"
        return "scanned" if self._has_text and self._scanned * 2 >= self._number else ""

    def texts(self, document: PdfDocument) -> Iterator[str]:
        self._is_long = len(document) > MOST_PAGES
        for index in range(min(len(document), MOST_PAGES)):
            try:
                with closing(document[index]) as page:
                    yield self._text(page)
            except PdfiumError:
                self._is_damaged = True

    def _text(self, page: Any) -> str:
        text = _shown_text(page)
        notes = list(filter(str.strip, annotation_texts(page)))
        self.annotations += (f"{note}\n" for note in notes)
        if text.strip() or notes:
            self._has_text = True
            self._number += 1
            self._scanned += len(text) < FEWEST_CHARACTERS and _is_picture(page)
        elif pdfium.FPDFPage_CountObjects(page) > 0:
            # A blank page counts neither way.
            self._number += 1
            self._scanned += 1
        return text


def _shown_text(page: Any) -> str:
    crop = page.get_cropbox()
    with closing(page.get_textpage()) as shown:
        whole = crop == page.get_mediabox()
        text: str = shown.get_text_range() if whole else shown.get_text_bounded(*crop)
    text = text.replace("\r\n", "\n")
    return text if _has_words(text) else "\n".join(filter(_has_words, text.split("\n")))


def _is_picture(page: Any) -> bool:
    """Whether a picture takes up at least half of the page."""
    least = page.get_width() * page.get_height() / 2
    for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]):
        try:
            left, bottom, right, top = picture.get_bounds()
        except PdfiumError:
            # It shows nothing.
            continue
        # Within a form, the bounds are those of the form's own plane.
        if picture.level or (right - left) * (top - bottom) >= least:
            return True
    return False


def _has_words(text: str) -> bool:
    """Whether it may be text. The dots of a table of contents count as one, and the line of a field
    in a form."""
    signs = _REPEATED.sub(r"\1", _SPACES.sub("", text))
    return len(_WORD_SIGNS.findall(signs)) >= FEWEST_WORDS * len(signs)


def _flowing(pages: Iterable[str]) -> Iterator[str]:
    """Yield the texts with lines where a paragraph, a heading or a row ends. A line whose last word
    is divided is yielded with the next page, which begins with the rest of it."""
    left = ""
    for page in pages:
        text = _DIVIDED.sub("-", _BEHIND_RAISED.sub("", f"{left}{page.strip()}"))
        lines = [f"{line}\n" for line in _joined(text.split("\n")) if line]
        left = lines.pop() if lines and _ENDS_DIVIDED.search(lines[-1]) else ""
        yield "".join(lines)
    yield left


def _joined(lines: list[str]) -> Iterator[str]:
    """Join the lines that go on in the next one."""
    full = max(NEARLY * max(map(len, lines)), FEWEST_FULL_LINE)
    parts: list[str] = []
    for line in lines:
        if parts and not _goes_on(parts[-1], line.lstrip(), full):
            yield " ".join(parts)
            parts = []
        parts.append(line.strip())
    yield " ".join(parts)


def _goes_on(line: str, following: str, full: float) -> bool:
    if following[:1].islower():
        return True
    return len(line) >= full and following[:1].isalnum() and not _ENDS.search(line)
