import io
from pathlib import Path

import pytest
from openpyxl import Workbook

from search.files import cells, formats, parts
from search.files.extraction import Extracted, extract
from search.models import FileState, Reason
from tests.search.files_made import (
    ENTITIES,
    bomb,
    docx,
    encrypted_pdf,
    named_otherwise,
    odt,
    packed,
    pdf,
    sized,
    xlsx,
)

TEXT = "Saprotama vēstule: šķēres, ģērbtuve"


def read(tmp_path: Path, content: bytes, name: str) -> str:
    path = tmp_path / "file"
    path.write_bytes(content)
    return formats.read(path, name).text


@pytest.mark.parametrize(
    ("content", "name", "text"),
    [
        (docx("Pirmā rindkopa", "Otrā"), "a.docx", "Pirmā rindkopa\nOtrā\n"),
        (docx("Pirmā"), "a.pdf", "Pirmā\n"),
        (odt("Viens<text:s/>divi", "<text:span>Trīs</text:span>"), "a.odt", "Viens divi\nTrīs\n"),
        (xlsx(["Iestāde", 12500], [None, "Slogs"]), "a.xlsx", "Dati\nIestāde 12500\nSlogs\n"),
        (TEXT.encode(), "a.txt", TEXT),
        (TEXT.encode("utf-8-sig"), "a.txt", TEXT),
        (TEXT.encode("utf-16"), "a.csv", TEXT),
        (TEXT.encode("utf-16-le"), "a.txt", TEXT),
        (TEXT.encode("utf-16-be"), "a.txt", TEXT),
        (TEXT.encode("windows-1257"), "a.txt", TEXT),
        (b"", "a.txt", ""),
        # By the contents, whatever the name.
        (TEXT.encode(), "a.doc", TEXT),
        (TEXT.encode(), "bez paplašinājuma", TEXT),
        (b"<html>", "a.txt", "<html>"),
        # A damaged letter does not make another encoding of it.
        (TEXT.encode() * 9 + b"\xff" + TEXT.encode(), "a.csv", f"{TEXT * 9}\ufffd{TEXT}"),
        (named_otherwise("Pilnvara"), "a.docx", "Pilnvara\n"),
        # Sizes that are too small and too large.
        (sized(xlsx(["a", "b"], ["c"]), "A1"), "a.xlsx", "Dati\na b\nc\n"),
        (sized(xlsx(["a", "b"], ["c"]), "A1:XFD1048576"), "a.xlsx", "Dati\na b\nc\n"),
        (
            odt(
                "<text:tracked-changes><text:deletion><text:p>Svītrots</text:p></text:deletion>"
                "</text:tracked-changes>Redzams<office:annotation><text:p>Piezīme<text:s/></text:p>"
                "</office:annotation>"
            ),
            "a.odt",
            "Redzams\n",
        ),
        (
            packed(ppt__slides__slide1_xml='<s xmlns:a="a"><a:p><a:t>Slaids</a:t></a:p></s>'),
            "a.pptx",
            "Slaids\n",
        ),
    ],
)
def test_texts(tmp_path: Path, content: bytes, name: str, text: str) -> None:
    assert read(tmp_path, content, name) == text


@pytest.mark.parametrize("name", ["a.pdf", "a.txt"])
def test_pages_of_a_pdf(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, pdf("Pirmais slogs", "Otrais"), name).split("\n")[:2] == [
        "Pirmais slogs",
        "Otrais",
    ]


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_pdf_that_only_forbids_changes_is_read(tmp_path: Path, algorithm: str) -> None:
    content = encrypted_pdf("", "Slogs", algorithm=algorithm)
    assert "Slogs" in read(tmp_path, content, "a.pdf")


def test_a_word_that_a_pdf_divides_is_found_as_one_and_by_its_parts(tmp_path: Path) -> None:
    divided = pdf("Slogs").replace(b"(Slogs)", b"14 TL (sociali-) Tj T* (ekonomisks)")
    text = read(tmp_path, divided, "a.pdf")
    assert text.strip() == "sociali-ekonomisks"


def test_each_sheet_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "MOST_ROWS", 2)
    book = Workbook()
    for row in range(5):
        book.active.append([row or None])
    book.create_sheet("Otrā").append(["Slogs"])
    made = io.BytesIO()
    book.save(made)
    assert read(tmp_path, made.getvalue(), "a.xlsx") == "Sheet\n1\nOtrā\nSlogs\n"


def test_a_long_text_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MOST_CHARACTERS", 10)
    monkeypatch.setattr(cells, "MOST_ROWS", 2)
    assert read(tmp_path, docx("Divpadsmit burtu"), "a.docx") == "Divpadsmit"
    assert read(tmp_path, xlsx(["a"], ["b"], ["c"], ["d"]), "a.xlsx") == "Dati\na\nb\n"


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (encrypted_pdf("parole", "Slogs"), "a.pdf", Reason.ENCRYPTED),
        (formats.OLE + bytes(600), "a.docx", Reason.ENCRYPTED),
        (encrypted_pdf("parole", "Slogs", algorithm="AES-256"), "a.pdf", Reason.ENCRYPTED),
        (
            packed(content_xml=b"\x9a\x01", **{"META-INF/manifest_xml": "<encryption-data/>"}),
            "a.odt",
            Reason.ENCRYPTED,
        ),
        (pdf("Slogs")[:300], "a.pdf", Reason.BROKEN),
        (b"%PDF-1.7\n" + bytes(2000), "a.pdf", Reason.BROKEN),
        (docx("Slogs")[:-40], "a.docx", Reason.BROKEN),
        (packed(word__document_xml="<w:p>" * 10), "a.docx", Reason.BROKEN),
        (ENTITIES, "a.docx", Reason.BROKEN),
        (packed(xl__workbook_xml="<x/>"), "a.xlsx", Reason.BROKEN),
        (bytes(range(256)) * 20, "a.txt", Reason.FORMAT),
        (b"<html>", "a.doc", Reason.FORMAT),
        (b"{\\rtf1 Teksts}", "a.rtf", Reason.FORMAT),
        # Documents that are packed in another way than ours are no archives.
        (packed(xl__workbook_bin=b"\x00"), "a.xlsb", Reason.FORMAT),
        (packed(OEBPS__a_xhtml="<p>Teksts</p>"), "a.epub", Reason.FORMAT),
        (packed(), "a.docx", Reason.FORMAT),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "a.pdf", Reason.FORMAT),
        (bomb(300), "a.docx", Reason.TOO_LARGE),
    ],
)
def test_what_cannot_be_read_ends_as_a_reason(
    tmp_path: Path, content: bytes, name: str, reason: Reason
) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    assert extract(path, name) == Extracted(FileState.UNREADABLE, reason=reason)


def test_deep_nesting_is_only_text(tmp_path: Path) -> None:
    deep = "<w:p>" * 20_000 + "<w:t>Dziļi</w:t>" + "</w:p>" * 20_000
    content = packed(word__document_xml=f'<w:d xmlns:w="w">{deep}</w:d>')
    path = tmp_path / "file"
    path.write_bytes(content)
    assert extract(path, "a.docx") == Extracted(FileState.READ, "Dziļi")


def test_a_scanned_file_has_no_text(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(pdf(""))
    assert extract(path, "a.pdf") == Extracted(FileState.EMPTY)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (packed(dati_csv="a,b"), "a.zip"),
        (b"II*\x00" + bytes(range(256)), "a.TIFF"),
        (b"<svg/>", "a.svg"),
        (bytes(range(256)), "a.mp4"),
    ],
)
def test_archives_and_pictures_are_not_expected_to_have_text(
    tmp_path: Path, content: bytes, name: str
) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    assert extract(path, name) == Extracted(FileState.OTHER)


def test_one_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(docx("Slogs"))
    found = extract(path, "a.docx", seconds=0.001)
    assert found == Extracted(FileState.UNREADABLE, reason=Reason.TOO_LARGE)
