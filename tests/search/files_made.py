"""Odd and ordinary files, made in memory, and what is read of them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from xml.sax.saxutils import escape

from openpyxl import Workbook
from pypdf import PdfReader, PdfWriter

from search.files import formats
from search.files.parts import ReadText


def read(folder: Path, content: bytes, name: str) -> ReadText:
    """What is read of a file of this content."""
    path = folder / "file"
    path.write_bytes(content)
    return formats.read(path, name)


def packed(**members: str | bytes) -> bytes:
    """A ZIP; `word__document_xml` is the member `word/document.xml`."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, content in members.items():
            path = name.replace("__", "/").replace("_", ".").replace("/.rels/", "/_rels/")
            archive.writestr(path, content)
    return made.getvalue()


def docx(*paragraphs: str) -> bytes:
    text = "".join(f"<w:p><w:r><w:t>{escape(one)}</w:t></w:r></w:p>" for one in paragraphs)
    return packed(
        word__document_xml=f'<?xml version="1.0"?><w:document xmlns:w="w"><w:body>{text}</w:body>'
        "</w:document>"
    )


def odt(*paragraphs: str) -> bytes:
    text = "".join(f"<text:p>{one}</text:p>" for one in paragraphs)
    return packed(
        content_xml=f'<?xml version="1.0"?><office:text xmlns:office="o" xmlns:text="t">{text}'
        "</office:text>"
    )


def xlsx(*rows: list[object]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Dati")
    for row in rows:
        sheet.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def workbook(
    sheets: dict[str, str],
    *,
    styles: str = "",
    strings: Sequence[str] = (),
    states: Mapping[str, str] = MappingProxyType({}),
    before_rows: str = "",
    after_rows: str = "",
    namespace: str = "x",
    relations: bool = True,
    more: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """A spreadsheet by the XML of its rows."""
    listed, related, members = "", "", {}
    for number, (title, rows) in enumerate(sheets.items(), start=1):
        listed += f'<sheet name="{title}" r:id="r{number}" state="{states.get(title, "visible")}"/>'
        related += f'<Relationship Id="r{number}" Target="worksheets/sheet{number}.xml"/>'
        members[f"xl__worksheets__sheet{number}_xml"] = (
            f'<worksheet xmlns="{namespace}" xmlns:r="r">{before_rows}<sheetData>{rows}</sheetData>'
            f"{after_rows}</worksheet>"
        )
    if relations:
        members["xl___rels__workbook_xml_rels"] = f"<Relationships>{related}</Relationships>"
    texts = "".join(f"<si><t>{text}</t></si>" for text in strings)
    return packed(
        xl__workbook_xml=f'<workbook xmlns="{namespace}" xmlns:r="r"><sheets>{listed}</sheets>'
        "</workbook>",
        xl__styles_xml=f"<styleSheet>{styles}</styleSheet>",
        xl__sharedStrings_xml=f"<sst>{texts}</sst>",
        **members,
        **more,
    )


def named_otherwise(*paragraphs: str) -> bytes:
    """A Word file whose text is in a part of another name, as some programs write it."""
    text = "".join(f"<w:p><w:t>{one}</w:t></w:p>" for one in paragraphs)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    listed = f'<Override PartName="/word/document2.xml" ContentType="{kind}"/>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="t">{listed}</Types>')
        archive.writestr("word/document2.xml", f'<w:d xmlns:w="w">{text}</w:d>')
    return made.getvalue()


def sized(content: bytes, dimension: str) -> bytes:
    """The spreadsheet with another size of its sheet than it has."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(made, "w") as archive:
        for name in given.namelist():
            part = given.read(name)
            if name.startswith("xl/worksheets/"):
                part = part.replace(
                    b"<sheetData>", f'<dimension ref="{dimension}"/><sheetData>'.encode()
                )
            archive.writestr(name, part)
    return made.getvalue()


def pdf(*pages: str) -> bytes:
    """With text in a standard font, whose letters are those of Windows' Latin alphabet."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    kids = []
    for text in pages:
        stream = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {len(objects)} 0 R "
            f"/Resources << /Font << /F1 {font} >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        made
        + (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}"
            f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(made)}\n%%EOF\n"
        ).encode()
    )


def encrypted_pdf(password: str, *pages: str, algorithm: str = "RC4-128") -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(*pages))))
    writer.encrypt(password, "owner", algorithm=algorithm)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def bomb(megabytes: int) -> bytes:
    """A document of a few kilobytes that unpacks to so many megabytes."""
    return packed(word__document_xml=b" " * (megabytes * 1024 * 1024))


ENTITIES = packed(
    word__document_xml='<!DOCTYPE d [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in ("ab", "bc", "cd", "de", "ef", "fg"))
    + "]><w:document xmlns:w='w'><w:p><w:t>&g;</w:t></w:p></w:document>"
)
