"""Reads what stands on a page of a PDF besides its contents: filled-in forms and typed notes.

PDFium's functions are called directly, since pypdfium2 wraps none of those for annotations.
"""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2.raw as pdfium

_UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_CHOICES = (pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)


def annotation_texts(page: Any) -> Iterator[str]:
    """Yield the texts that a reader sees. Fields have values only if the document has a form."""
    for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
        with _annotation(page, number) as shown:
            if shown is None or pdfium.FPDFAnnot_GetFlags(shown) & _UNSEEN:
                continue
            kind = pdfium.FPDFAnnot_GetSubtype(shown)
            if kind == pdfium.FPDF_ANNOT_FREETEXT:
                yield _text(pdfium.FPDFAnnot_GetStringValue, shown, b"Contents")
            elif kind == pdfium.FPDF_ANNOT_WIDGET and page.formenv:
                yield from _values(page.formenv, shown)


@contextmanager
def _annotation(page: Any, number: int) -> Iterator[Any]:
    """None if it is damaged."""
    found = pdfium.FPDFPage_GetAnnot(page, number)
    try:
        yield found or None
    finally:
        if found:
            pdfium.FPDFPage_CloseAnnot(found)


def _values(form: Any, field: Any) -> Iterator[str]:
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, field)
    if kind in _CHOICES:
        chosen = list(_chosen(form, field))
        # What was typed instead of a choice.
        yield from chosen or [_text(pdfium.FPDFAnnot_GetFormFieldValue, form, field)]
    elif kind == pdfium.FPDF_FORMFIELD_TEXTFIELD:
        flags = pdfium.FPDFAnnot_GetFormFieldFlags(form, field)
        if not flags & pdfium.FPDF_FORMFLAG_TEXT_PASSWORD:
            yield _text(pdfium.FPDFAnnot_GetFormFieldValue, form, field)


def _chosen(form: Any, field: Any) -> Iterator[str]:
    for option in range(pdfium.FPDFAnnot_GetOptionCount(form, field)):
        if pdfium.FPDFAnnot_IsOptionSelected(form, field, option):
            yield _text(pdfium.FPDFAnnot_GetOptionLabel, form, field, option)


def _text(function: Callable[..., int], *arguments: Any) -> str:
    """Return what the function writes: UTF-16 and a NUL. It returns the bytes that it needs."""
    size = function(*arguments, None, 0)
    written = ctypes.create_string_buffer(size)
    buffer = ctypes.cast(written, ctypes.POINTER(ctypes.c_ushort))
    function(*arguments, buffer, size)
    return written.raw.decode("utf-16-le", "replace").rstrip("\0")
