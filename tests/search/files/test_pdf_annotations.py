"""What stands on the pages of a PDF besides their contents: filled-in forms and typed notes."""

import codecs
import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from tests.search.files_made import pdf, read


def typed(value: Any) -> PdfObject:
    match value:
        case PdfObject():
            return value
        case int():
            return NumberObject(value)
        case list():
            return ArrayObject(map(typed, value))
        case str() if value.startswith("/"):
            return NameObject(value)
    return TextStringObject(value)


def annotation(kind: str, **entries: Any) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject(f"/{name}"): typed(value)
            for name, value in (entries | {"Subtype": kind}).items()
        }
    )


def field(**entries: Any) -> DictionaryObject:
    return annotation("/Widget", **({"T": "Lauks"} | entries))


def stream(text: str) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(codecs.BOM_UTF16_BE + text.encode("utf-16-be"))
    return made


def with_annotations(*annotations: Any) -> bytes:
    """All fields belong to the form of the document, as the standard wants it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("Veidlapa", "Otra"))))
    for one in annotations:
        value = one.get("/V") if isinstance(one, DictionaryObject) else None
        if isinstance(value, StreamObject):
            one[NameObject("/V")] = writer._add_object(value)
    references = ArrayObject(writer._add_object(one) for one in annotations)
    writer.pages[0][NameObject("/Annots")] = references
    form = DictionaryObject({NameObject("/Fields"): references})
    writer.root_object[NameObject("/AcroForm")] = form
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


PAGES = "Veidlapa\nOtra\n"


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (field(FT="/Tx", V="Anna Bērziņa"), "Anna Bērziņa\n"),
        (field(FT="/Tx", V=stream("Gara atbilde, šķērsām")), "Gara atbilde, šķērsām\n"),
        (field(Parent=DictionaryObject(field(FT="/Tx", V="Rīga"))), "Rīga\n"),
        (field(FT="/Ch", V="Latgale", Opt=["Latgale", "Sēlija"]), "Latgale\n"),
        (field(FT="/Ch", V="LV-LG", Opt=[["LV-LG", "Latgale"], ["LV-S", "Sēlija"]]), "Latgale\n"),
        (
            field(FT="/Ch", V=["LV-LG", "x"], Opt=[["LV-LG", "Latgale"], ["y", "Zemgale"], "x"]),
            "Latgale\nx\n",
        ),
        (field(FT="/Ch", Ff=3 << 17, V="Cits novads", Opt=["Latgale"]), "Cits novads\n"),
        (annotation("/FreeText", Contents="Apstiprināts 2019. gadā"), "Apstiprināts 2019. gadā\n"),
        # What nobody sees, or is no text.
        (field(FT="/Tx", V="slēpts", F=2), ""),
        (field(FT="/Tx", V="tikai drukā", F=32), ""),
        (field(FT="/Tx", V="parole", Ff=1 << 13), ""),
        (field(FT="/Btn", V="/Yes"), ""),
        (field(FT="/Tx"), ""),
        (annotation("/Text", Contents="Recenzenta piezīme"), ""),
        (annotation("/Link", Contents="saite"), ""),
    ],
)
def test_what_a_reader_sees_is_read(tmp_path: Path, one: Any, text: str) -> None:
    assert read(tmp_path, with_annotations(one), "a.pdf") == (PAGES + text, "")


def test_a_circle_of_parents_ends(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("Veidlapa", "Otra"))))
    first, second = field(), field()
    one, other = writer._add_object(first), writer._add_object(second)
    first[NameObject("/Parent")], second[NameObject("/Parent")] = other, one
    writer.pages[0][NameObject("/Annots")] = ArrayObject([one])
    made = io.BytesIO()
    writer.write(made)
    assert read(tmp_path, made.getvalue(), "a.pdf") == (PAGES, "")


def test_damaged_annotations_cost_only_themselves(tmp_path: Path) -> None:
    content = with_annotations(field(FT="/Tx", V="Anna"), NumberObject(7))
    assert read(tmp_path, content, "a.pdf").text == f"{PAGES}Anna\n"
