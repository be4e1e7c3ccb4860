"""What programs hide in office files is not read."""

from pathlib import Path

import pytest

from tests.search.files_made import packed, read

STYLE = (
    '<y:style xmlns:y="y" y:name="{}" y:family="{}"><y:{}-properties xmlns:p="p" p:{}/></y:style>'
)
HIDING = (
    STYLE.format("T1", "text", "text", 'display="none"')
    + STYLE.format("P1", "paragraph", "text", 'display="none"')
    + STYLE.format("dp1", "drawing-page", "drawing-page", 'visibility="hidden"')
)


def columns(visibility: str, number: int) -> str:
    return (
        f'<table:table-column table:visibility="{visibility}" '
        f'table:number-columns-repeated="{number}"/>'
    )


def row(*cells: tuple[int, str]) -> str:
    inside = "".join(
        f'<table:table-cell table:number-columns-repeated="{number}"><text:p>{text}</text:p>'
        "</table:table-cell>"
        for number, text in cells
    )
    return f"<table:table-row>{inside}</table:table-row>"


TABLE = (
    "<table:table>"
    + columns("visible", 1)
    + columns("collapse", 2)
    + columns("visible", 1)
    + row((1, "a"), (2, "slēpts"), (1, "b"))
    + row((2, "daļēji"), (1, "slēpts"), (1, "c"))
    + row((1, "d"), (3, "arī daļēji"))
    + "</table:table>"
)
PARAGRAPH = "<text:p>b</text:p>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ('<text:p>a<text:span text:style-name="T1">slēpts</text:span>b</text:p>', "ab\n"),
        (f'<text:p text:style-name="P1">slēpts</text:p>{PARAGRAPH}', "b\n"),
        # A name says nothing without its family.
        ('<text:p text:style-name="T1">b</text:p>', "b\n"),
        ('<text:p>a<text:hidden-text text:is-hidden="true">s</text:hidden-text></text:p>', "a\n"),
        ('<text:p>a<text:hidden-text text:is-hidden="false">b</text:hidden-text></text:p>', "ab\n"),
        (
            f'<text:p>slēpta<text:hidden-paragraph text:is-hidden="true"/></text:p>{PARAGRAPH}',
            "\nb\n",
        ),
        (f'<page text:style-name="dp1"><text:p>slēpts</text:p></page>{PARAGRAPH}', "b\n"),
        (TABLE, "a\nb\ndaļēji\nc\nd\narī daļēji\n"),
    ],
)
def test_open_document(tmp_path: Path, body: str, text: str) -> None:
    content = packed(
        content_xml='<office:t xmlns:office="o" xmlns:text="t" xmlns:table="b">'
        f"{HIDING}{body}</office:t>"
    )
    assert read(tmp_path, content, "a.odt") == (text, "")


def shape(hidden: str, text: str) -> str:
    return f"<sp><nv><cNvPr {hidden}/></nv><p><r><t>{text}</t></r></p></sp>"


@pytest.mark.parametrize(
    "body",
    [
        shape('hidden="1"', "slēpts") + shape('hidden="0"', "redzams"),
        f'<grpSp><nv><cNvPr hidden="true"/></nv>{shape("", "slēpts")}</grpSp>'
        + shape("", "redzams"),
        (
            "<tr><trPr><hidden/></trPr><p><r><t>slēpts</t></r></p></tr>"
            '<tr><trPr><hidden val="0"/></trPr><p><r><t>redzams</t></r></p></tr>'
        ),
    ],
)
def test_shapes_and_rows_of_office_files(tmp_path: Path, body: str) -> None:
    found = read(tmp_path, packed(word__document_xml=f"<d>{body}</d>"), "a.docx")
    assert found.text.strip() == "redzams"
