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

MOST_PAGES = 1_000
# By a password, or a certificate.
_REASONS = {
    pdfium.FPDF_ERR_PASSWORD: "encrypted",
    pdfium.FPDF_ERR_SECURITY: "encrypted",
}
# A page with a picture and fewer characters is scanned: programs that sign add a line of text.
FEWEST_CHARACTERS = 100
# Of the signs of a page or line: letters and digits. A font that does not say what its signs mean
# gives others.
FEWEST_WORDS = 0.6
# A line that goes on in the next one is nearly as long as the longest of its page.
NEARLY = 0.75
FEWEST_FULL_LINE = 40
# A word that a PDF divides at the end of a line. Its hyphen stays, and search finds such words by
# their parts and as one. PDFium marks those that it recognises with U+FFFE.
_DIVIDED = re.compile(r"\ufffe|(?<=[^\W\d_])[-\u2010\u00ad][ \t]*\n[ \t]*(?=[^\W\d_])")
# What follows a raised sign, such as that of a footnote, is a line of its own to PDFium.
_BEHIND_RAISED = re.compile(r"\n(?=[,;.:)\]»”])")
_ENDS_DIVIDED = re.compile(r"[^\W\d_][-\u2010\u00ad]\s*$")
_ENDS = re.compile(r"[.!?:;…]\W*$")
_REPEATED = re.compile(r"([\W_])\1+")
_SPACES = re.compile(r"\s+")
_WORD_SIGNS = re.compile(r"[^\W_]")


def pdf_text(path: Path) -> Iterator[str]:
    """Yield the text in parts. Raises UnreadableError after those that could be read."""
    try:
        # Many are encrypted without a password, so that nobody changes them.
        document = PdfDocument(path)
        document.init_forms()
    except PdfiumError as error:
        raise UnreadableError(_REASONS.get(error.err_code, "broken")) from error
    pages = _Pages()
    yield from _flowing(pages.texts(document))
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
            self._number += 1
            try:
                with closing(document[index]) as page:
                    yield self._text(page)
                    self._read_annotations(page)
            except PdfiumError:
                self._is_damaged = True

    def _text(self, page: Any) -> str:
        with closing(page.get_textpage()) as shown:
            text: str = shown.get_text_range().replace("\r\n", "\n")
        scanned = len(text) < FEWEST_CHARACTERS and _has_picture(page)
        if not _has_words(text):
            text = "\n".join(filter(_has_words, text.split("\n")))
        self._scanned += scanned or not text.strip()
        self._has_text |= bool(text.strip())
        return text

    def _read_annotations(self, page: Any) -> None:
        for text in filter(str.strip, annotation_texts(page)):
            self._has_text = True
            self.annotations.append(f"{text}\n")


def _has_picture(page: Any) -> bool:
    return any(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]))


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
