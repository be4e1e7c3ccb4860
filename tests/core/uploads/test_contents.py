"""A document's content is what its extension says, or it is refused."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlab.core.uploads.contents import _CHECKS, fits_extension
from govlab.core.uploads.names import safe_name


def archive(**members: str) -> bytes:
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as file:
        for name, content in members.items():
            file.writestr(name, content)
    return output.getvalue()


def office(folder: str, **more: str) -> bytes:
    return archive(**{"[Content_Types].xml": "<Types/>", f"{folder}/main.xml": "<x/>"}, **more)


def open_document(kind: str) -> bytes:
    return archive(mimetype=f"application/vnd.oasis.opendocument.{kind}", **{"content.xml": "<x/>"})


HTML = b"<!DOCTYPE html><script>alert(1)</script>"
GOOD = {
    "csv": b"gads;skaits\n2026;3\n",
    "docx": office("word"),
    "odp": open_document("presentation"),
    "ods": open_document("spreadsheet"),
    "odt": open_document("text"),
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "pptx": office("ppt"),
    "txt": "Rīga, 3 < 5 un <b>tā</b> tālāk".encode(),
    "xlsx": office("xl"),
    "zip": archive(**{"a.txt": "a"}),
}
# The same bytes are more than one kind: any of these is a ZIP too.
ZIPS = {"docx", "odp", "ods", "odt", "pptx", "xlsx"}


def fits(content: bytes, extension: str) -> bool:
    file = BytesIO(content)
    result = fits_extension(file, f"fails.{extension}")
    assert file.tell() == 0
    return result


@pytest.mark.parametrize("extension", list(GOOD))
@pytest.mark.parametrize("kind", list(GOOD))
def test_each_content_under_each_extension(kind: str, extension: str) -> None:
    alike = kind == extension or (extension == "zip" and kind in ZIPS)
    alike = alike or {kind, extension} == {"csv", "txt"}
    assert fits(GOOD[kind], extension) is alike


def test_every_accepted_extension_is_checked(settings: object) -> None:
    assert set(GOOD) == set(settings.WAGTAILDOCS_EXTENSIONS) == set(_CHECKS)  # type: ignore[attr-defined]


@pytest.mark.parametrize("extension", list(GOOD))
@pytest.mark.parametrize(
    "content",
    [
        HTML,
        b"\xef\xbb\xbf  \r\n" + HTML,
        b"<html><body>%PDF-1.7",
        b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        b'<?xml version="1.0"?><x/>',
        b"<!-- --><script>1</script>",
        b"\n\n<IFRAME src=x>",
        "\ufeff<html>".encode("utf-16-le"),
        "\ufeff<html>".encode("utf-16-be"),
        b"MZ\x90\x00\x03",
        b"\x7fELF\x02\x01\x01\x00",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"GIF89a\x01\x00\x01\x00",
        b"PK\x03\x04broken",
        b"PK\x05\x06",
    ],
)
def test_what_no_document_is(content: bytes, extension: str) -> None:
    assert not fits(content, extension)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        "Kods\tV\u0101rds\r\n".encode("utf-16"),
        "Gar\u0161\u012bgi".encode("cp1257"),
        "\ufeffgads;skaits".encode(),
        b"a\x0cb",
        b"x" * 65_535 + "ā".encode(),
    ],
)
def test_texts_of_many_programs(content: bytes) -> None:
    assert fits(content, "csv")
    assert fits(content, "txt")


def test_markup_before_an_archive_or_macros_in_it() -> None:
    assert not fits(HTML + GOOD["zip"], "zip")
    assert not fits(office("word", **{"word/vbaProject.bin": "x"}), "docx")
    assert not fits(office("word"), "xlsx")
    assert not fits(open_document("text"), "ods")


def test_extension_counts_not_its_case() -> None:
    assert fits(GOOD["pdf"], "PDF")
    assert not fits_extension(BytesIO(GOOD["pdf"]), "pdf")
    assert not fits_extension(BytesIO(HTML), "lapa.html")


@given(st.binary(max_size=200), st.sampled_from(sorted(GOOD)))
def test_no_content_breaks_the_check(content: bytes, extension: str) -> None:
    fits(content, extension)
    fits(b"PK\x03\x04" + content, extension)


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("Pārskats 2026.pdf", "Pārskats_2026.pdf"),
        ("Pa\u0304rskats.PDF", "Pārskats.pdf"),
        ("gads\u202efdp.txt", "gadsfdp.txt"),
        ("a\u200b\u2066b\x00c.pdf", "abc.pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\x\\y.docx", "y.docx"),
        ("\u202e.pdf", "file.pdf"),
        ("....pdf", "file.pdf"),
        ("<script>.csv", "script.csv"),
        ("🙂.pdf", "file.pdf"),
        ("-rf.pdf", "rf.pdf"),
    ],
)
def test_names(given_name: str, kept: str) -> None:
    assert safe_name(given_name) == kept


@given(st.text(max_size=400), st.sampled_from(["pdf", "DOCX", "txt"]))
def test_every_name_is_stored(name: str, extension: str) -> None:
    safe = safe_name(f"{name}.{extension}")
    assert len(safe.encode()) <= 200
    assert len(safe) <= 85
    assert "/" not in safe
    assert safe not in {"", ".", ".."}
    assert safe.lower().endswith(f".{extension.lower()}")
    assert safe_name(safe) == safe
