"""Files as programs really write them: what a reader sees of them is read, and nothing else."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from search.files import extraction, parts
from search.files import pdf as pdf_files
from search.files.errors import OutOfTimeError
from search.files.extraction import ROOT, Extracted, extract
from search.models import FileState, Reason
from tests.search.files_made import docx, odt, packed, pdf, read, workbook, xlsx


def word(body: str) -> bytes:
    return packed(word__document_xml=f'<w:d xmlns:w="w" xmlns:m="m">{body}</w:d>')


BOX = "<w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>Lodziņa</w:t></w:r></w:p></w:txbxContent>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<w:p><w:r><w:t>2019</w:t><w:noBreakHyphen/><w:t>2020</w:t></w:r></w:p>", "2019‑2020\n"),
        ("<w:p><w:r><w:t>vien</w:t><w:softHyphen/><w:t>kāršs</w:t></w:r></w:p>", "vienkāršs\n"),
        (
            (
                "<w:p><w:r><w:t>Pirms </w:t></w:r><m:AlternateContent><m:Choice>"
                f"{BOX}</w:drawing></w:r></m:Choice><m:Fallback>{BOX}</w:drawing></w:r></m:Fallback>"
                "</m:AlternateContent><w:r><w:t>un aiz</w:t></w:r></w:p>"
            ),
            "Pirms un aiz\nLodziņa\n",
        ),
        (
            (
                "<w:p><w:moveFrom><w:r><w:t>pārcelts</w:t></w:r></w:moveFrom><w:r><w:t>Paliek</w:t>"
                "</w:r><w:del><w:r><w:delText>svītrots</w:delText></w:r></w:del></w:p>"
            ),
            "Paliek\n",
        ),
        (
            (
                "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr>"
                "<w:t>slēpts</w:t></w:r><w:r><w:t>Redzams </w:t></w:r><w:r><w:rPr>"
                '<w:vanish w:val="0"/></w:rPr><w:t>arī šis</w:t></w:r></w:p>'
            ),
            "Redzams arī šis\n",
        ),
    ],
)
def test_word(tmp_path: Path, body: str, text: str) -> None:
    assert read(tmp_path, word(body), "a.docx") == (text, "")


def test_parts_whose_names_are_divided_by_backslashes(tmp_path: Path) -> None:
    content = workbook({"Dati": CELLS}, strings=["Pirmais"])
    for folder in (b"xl/worksheets/", b"xl/_rels/", b"xl/"):
        content = content.replace(folder, folder.replace(b"/", b"\\"))
    assert read(tmp_path, content, "a.xlsx").text.startswith("Dati\nPirmais 0.3\n")


def test_a_hidden_slide(tmp_path: Path) -> None:
    slide = '<p:sld xmlns:p="p" xmlns:a="a"{}><a:p><a:r><a:t>{}</a:t></a:r></a:p></p:sld>'
    content = packed(
        ppt__slides__slide1_xml=slide.format(' show="0"', "Paslēpts"),
        ppt__slides__slide2_xml=slide.format("", "Redzams"),
    )
    assert read(tmp_path, content, "a.pptx").text == "Redzams\n"


NOTE = (
    "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Piezīme</text:p>"
    "</text:note-body></text:note>"
)
SHEET = '<table:table table:name="{}" table:style-name="{}">{}</table:table>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<text:p>Pienākums{NOTE} ir.</text:p>", "Pienākums ir.\nPiezīme\n"),
        (
            (
                '<text:p>Attēls <draw:frame xmlns:draw="d" xmlns:svg="s"><svg:title>Nosaukums'
                "</svg:title><svg:desc>Apraksts</svg:desc></draw:frame>redzams</text:p>"
            ),
            "Attēls redzams\nNosaukums\nApraksts\n",
        ),
        (
            (
                '<text:section text:display="none"><text:p>Slēpta</text:p></text:section>'
                "<text:section><text:p>Redzama</text:p></text:section>"
            ),
            "Redzama\n",
        ),
        ("<notes><text:p>Nestāstīt</text:p></notes><text:p>Slaids</text:p>", "Slaids\n"),
        (
            '<style:style style:name="ta2" style:family="table" xmlns:style="y">'
            '<style:table-properties table:display="false"/></style:style><office:spreadsheet>'
            + SHEET.format(
                "Izdevumi",
                "ta1",
                "<table:table-row><text:p>Viens</text:p>"
                "</table:table-row>"
                "<table:table-row table:visibility='collapse'><text:p>Divi</text:p>"
                "</table:table-row>",
            )
            + SHEET.format("Slēpta", "ta2", "<text:p>Trīs</text:p>")
            + "</office:spreadsheet>",
            "Izdevumi\nViens\n",
        ),
    ],
)
def test_open_document(tmp_path: Path, body: str, text: str) -> None:
    content = packed(
        content_xml=f'<office:t xmlns:office="o" xmlns:text="t" xmlns:table="b">{body}</office:t>'
    )
    assert read(tmp_path, content, "a.odt") == (text, "")


CELLS = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1"><v>0.30000000000000004</v></c></row>'
    '<row r="2"><c r="A2" s="1"><v>46086</v></c><c r="B2" s="1"><v>46086.5</v></c></row>'
    '<row r="3"><c r="A3" s="2"><v>12345</v></c><c r="B3" s="3"><v>0.255</v></c></row>'
    '<row r="4"><c t="b"><v>1</v></c><c t="inlineStr"><is><t>iekšā</t></is></c>'
    '<c t="s"><v>9</v></c><c t="e"><v>#REF!</v></c><c s="1"><v>1e12</v></c></row>'
)
STYLES = (
    '<numFmts><numFmt numFmtId="164" formatCode="0000000"/></numFmts><fills><fill/></fills>'
    '<fonts><font><family val="34"/><color rgb="#FF0000"/></font></fonts><cellXfs>'
    '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs>'
)


def test_values_of_cells(tmp_path: Path) -> None:
    """With styles that are not as the standard has them, and a text too few."""
    content = workbook({"Dati": CELLS}, styles=STYLES, strings=["Pirmais"])
    assert read(tmp_path, content, "a.xlsx").text == (
        "Dati\nPirmais 0.3\n2026-03-05 2026-03-05 12:00\n0012345 25.5%\nTRUE iekšā 1e12\n"
    )


def test_hidden_parts_of_a_workbook(tmp_path: Path) -> None:
    cell = '<c r="{}1" t="inlineStr"><is><t>{}</t></is></c>'
    shown = (
        f'<row hidden="1">{cell.format("A", "rinda")}</row>'
        f"<row>{cell.format('A', 'redzams')}{cell.format('B', 'sleja')}</row>"
    )
    content = workbook(
        {"Redzamā": shown, "Slēptā": f"<row>{cell.format('A', 'kods')}</row>"},
        before_rows='<cols><col min="2" max="3" hidden="1"/></cols>',
        states={"Slēptā": "veryHidden"},
    )
    assert read(tmp_path, content, "a.xlsx").text == "Redzamā\nredzams\n"


def test_without_relations_the_sheets_are_in_order(tmp_path: Path) -> None:
    row = '<row><c t="inlineStr"><is><t>{}</t></is></c></row>'
    sheets = {"Slēptā": row.format("kods"), "Redzamā": row.format("redzams")}
    content = workbook(sheets, states={"Slēptā": "hidden"}, relations=False)
    assert read(tmp_path, content, "a.xlsx").text == "Redzamā\nredzams\n"


@pytest.mark.parametrize("namespace", ["http://purl.oclc.org/ooxml/spreadsheetml/main", "x"])
def test_a_workbook_of_any_namespace(tmp_path: Path, namespace: str) -> None:
    row = '<row><c t="inlineStr"><is><t>Stingrs</t></is></c></row>'
    content = workbook({"Dati": row}, namespace=namespace)
    assert read(tmp_path, content, "a.xlsx").text == "Dati\nStingrs\n"


def test_one_page_that_is_damaged(tmp_path: Path) -> None:
    content = pdf("Pirma", "Otra", "Tresa").replace(b"6 0 R", b"9 0 R")
    assert read(tmp_path, content, "a.pdf") == ("Pirma\nTresa\n", Reason.BROKEN)


def test_a_damaged_text_costs_only_itself(tmp_path: Path) -> None:
    content = pdf("Pirma", "Otra", "Tresa").replace(b"(Otra) Tj", b"(Otra  Tj")
    assert read(tmp_path, content, "a.pdf").text == "Pirma\nTresa\n"


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[: content.index(b"startxref")],
        lambda content: content.replace(b"startxref\n", b"startxref\n9"),
        lambda content: b"From: a@b\n\n" + content,
        lambda content: content.replace(b"/Length", b"/Lengte"),
        lambda content: content + bytes(2000),
    ],
)
def test_damage_that_every_viewer_repairs(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    assert read(tmp_path, damage(pdf("Pirma", "Otra")), "a.pdf") == ("Pirma\nOtra\n", "")


@pytest.mark.parametrize(("renders", "reason"), [("true", Reason.FORMAT), ("false", "")])
def test_a_form_that_another_program_shows(tmp_path: Path, renders: str, reason: str) -> None:
    form = f"/NeedsRendering {renders} /AcroForm << /Fields [] /XFA [(form) ()] >> /Pages"
    path = tmp_path / "file"
    path.write_bytes(pdf("Please wait").replace(b"/Pages", form.encode(), 1))
    assert extract(path, "a.pdf").reason == reason


def test_more_pages_than_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_files, "MOST_PAGES", 2)
    assert read(tmp_path, pdf("a", "b"), "a.pdf") == ("a\nb\n", "")
    assert read(tmp_path, pdf("a", "b", "c"), "a.pdf") == ("a\nb\n", Reason.TOO_LONG)


@pytest.mark.parametrize(
    "line",
    [
        # A table of contents, and the line of a form.
        "Ievads . . . . . . . . . . . . . . . . 5",
        "Vards ______________________________",
        "Vai [ ] Ja [ ] Ne [ ] Nav",
        "Summa | 12 | 34 | | | | 56 |",
    ],
)
def test_lines_that_are_drawn_with_signs_are_text(tmp_path: Path, line: str) -> None:
    assert read(tmp_path, pdf(line), "a.pdf").text.split()[0] == line.split()[0]


def test_spaces_that_are_only_gaps(tmp_path: Path) -> None:
    """Programs that justify lines write none between the words."""
    gaps = pdf("x").replace(b"(x) Tj", b"[(Vards)-400(otrs)] TJ")
    assert read(tmp_path, gaps, "a.pdf").text == "Vards otrs\n"
    moved = pdf("x").replace(b"(x) Tj", b"(Vards) Tj 40 0 Td (otrs) Tj")
    assert read(tmp_path, moved, "a.pdf").text == "Vards otrs\n"


def test_lines_that_go_on(tmp_path: Path) -> None:
    lines = (
        "Virsraksts) Tj 14 TL T* (Valsts kanceleja aicina iestades izvertet, vai tas) Tj T* "
        "(vestules ir saprotamas un) Tj T* (isas.) Tj T* (Nakama rindkopa"
    )
    assert read(tmp_path, pdf(lines), "a.pdf").text == (
        "Virsraksts\nValsts kanceleja aicina iestades izvertet, vai tas vestules ir saprotamas un "
        "isas.\nNakama rindkopa\n"
    )


def test_what_follows_a_raised_sign(tmp_path: Path) -> None:
    raised = pdf("Likums*) Tj 14 TL T* (, kas speka) Tj T* (\\(2019\\)")
    assert read(tmp_path, raised, "a.pdf").text == "Likums*, kas speka\n(2019)\n"


def test_a_word_that_goes_on_on_the_next_page(tmp_path: Path) -> None:
    assert read(tmp_path, pdf("sociali-", "ekonomisks", "Beigas"), "a.pdf").text == (
        "sociali-ekonomisks\nBeigas\n"
    )


# Lines that are drawn, and a picture on a part of the page or on all of it.
DRAWN = ") Tj ET 0 0 m 600 800 l S BT ("
PICTURE = ") Tj ET q {} 0 0 {} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q BT ("
SCAN = PICTURE.format(600, 800)
STAMP = "Dokuments parakstits ar drosu elektronisko parakstu un satur laika zimogu. " * 2


def test_most_pages_are_scanned(tmp_path: Path) -> None:
    assert read(tmp_path, pdf("Vaks", DRAWN, SCAN), "a.pdf") == ("Vaks\n", Reason.SCANNED)
    assert read(tmp_path, pdf("Vaks", "Otra", SCAN), "a.pdf") == ("Vaks\nOtra\n", "")
    stamped = pdf(STAMP + SCAN)
    assert read(tmp_path, stamped, "a.pdf") == (f"{STAMP.strip()}\n", Reason.SCANNED)


@pytest.mark.parametrize(
    "pages", [("Vestule", ""), ("", "Vestule", ""), ("Ielugums" + PICTURE.format(60, 60),)]
)
def test_blank_pages_and_small_pictures_are_not_scanned(
    tmp_path: Path, pages: tuple[str, ...]
) -> None:
    assert read(tmp_path, pdf(*pages), "a.pdf").reason == ""


def test_text_that_is_cropped_away(tmp_path: Path) -> None:
    shown = "Redzams) Tj 0 -600 Td (Nogriezts"
    content = pdf(shown)
    assert read(tmp_path, content, "a.pdf").text == "Redzams\nNogriezts\n"
    box = b"/MediaBox [0 0 600 800]"
    cropped = content.replace(box, box + b" /CropBox [0 400 600 800]")
    assert read(tmp_path, cropped, "a.pdf").text == "Redzams\n"


def test_signs_that_mean_nothing_are_no_text(tmp_path: Path) -> None:
    noise = "*>@<D*8$*H$6<.*$20BDJ.L8$F:$,26*<"
    mixed = pdf(f"{noise}) Tj 14 TL T* ({noise}) Tj T* (Slogs")
    assert read(tmp_path, mixed, "a.pdf").text == "Slogs\n"
    assert read(tmp_path, pdf("*>@<D*8*$H*6<.*$20BDJ.L8$F:$,26*<"), "a.pdf").text.strip() == ""
    assert read(tmp_path, pdf("Ievads ............................ 5"), "a.pdf").text


def test_what_came_before_the_damage_is_kept(tmp_path: Path) -> None:
    content = word("<w:p><w:r><w:t>Vesels</w:t></w:r></w:p></w:x>")
    assert read(tmp_path, content, "a.docx") == ("Vesels\n", Reason.BROKEN)


@pytest.mark.parametrize("error", [OutOfTimeError, MemoryError])
def test_what_came_before_a_limit_is_kept(error: type[BaseException]) -> None:
    def some() -> Iterator[str]:
        yield "Sākums"
        raise error

    assert parts.put_together(some()) == ("Sākums", Reason.TOO_LARGE)


@pytest.mark.parametrize("limit", ["READS_CPU_SECONDS", "READS_SECONDS"])
def test_the_process_stops_itself_and_says_what_it_has(tmp_path: Path, limit: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(word("<w:p><w:t>Sākums</w:t></w:p>" + "<w:x/>" * 5_000_000))
    script = (
        f"import sys; from search.files import child; child.{limit} = 2; child.main(*sys.argv[1:])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path), "a.docx"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    *texts, end = map(json.loads, done.stdout.splitlines())
    assert "".join(texts).strip() == "Sākums"
    assert end == {"reason": Reason.TOO_LARGE}


def test_what_was_read_outlives_the_process(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(word("<w:p><w:t>Sākums</w:t></w:p>" + "<w:x/>" * 10_000_000))
    found = extract(path, "a.docx", seconds=4)
    assert found == Extracted(FileState.PARTLY, "Sākums", Reason.TOO_LARGE)


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        (b'"a\\n"\n"b"\n{"reason": ""}\n', ("a\nb", "")),
        (b'"a\\n"\n{"reason": "broken"}\n', ("a\n", Reason.BROKEN)),
        # It crashed, or was ended in the middle of a line.
        (b'"a\\n"\n', ("a\n", Reason.TOO_LARGE)),
        (b'"a\\n"\n"b', ("a\n", Reason.TOO_LARGE)),
        (b"", ("", Reason.TOO_LARGE)),
    ],
)
def test_what_the_process_said(printed: bytes, said: tuple[str, str]) -> None:
    assert extraction.said(printed) == said


def test_a_file_that_is_read_in_part(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(pdf("Vaks", SCAN, SCAN))
    assert extract(path, "a.pdf") == Extracted(FileState.PARTLY, "Vaks", Reason.SCANNED)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("R Ī K O J U M S Nr. 5", "RĪKOJUMS Nr. 5"),
        ("S A I S T O Š I E  N O T E I K U M I", "SAISTOŠIE  NOTEIKUMI"),
        ("D A R B S  P A R  M U M S", "DARBS  PAR  MUMS"),
        ("„n o l i k u m s”", "„nolikums”"),
        ("L\u00a0Ē\u00a0M\u00a0U\u00a0M\u00a0S", "LĒMUMS"),
        # Columns of a table, initials and formulas.
        ("A B C", "A B C"),
        ("A. B. C. D. E.", "A. B. C. D. E."),
        ("E T A\nP I", "E T A\nP I"),
        ("5 x 4 x 3 x 2", "5 x 4 x 3 x 2"),
        ("viens a b c divi", "viens a b c divi"),
        ("a\tb\tc\td\te", "a\tb\tc\td\te"),
    ],
)
def test_words_that_are_spaced_out(tmp_path: Path, written: str, text: str) -> None:
    path = tmp_path / "file"
    path.write_text(written, encoding="utf-8")
    assert extract(path, "a.txt").text == text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Datne sākas ar %PDF-1.7, tā prasa standarts.".encode(), None),
        ("Cēsis;1\n".encode() * 4 + b"J\xc5rmala", "Cēsis;1\n" * 4 + "J\ufffdrmala"),
        ("„vēstule”, šķēres".encode("iso8859-13"), "„vēstule”, šķēres"),
        ("„vēstule”, šķēres".encode("windows-1257"), "„vēstule”, šķēres"),
    ],
)
def test_plain_text(tmp_path: Path, content: bytes, text: str | None) -> None:
    assert read(tmp_path, content, "a.txt").text == (text or content.decode())


def test_a_format_is_not_read_as_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"{\\rtf1\\ansi V\\'e7stule}")
    assert extract(path, "a.txt") == Extracted(FileState.UNREADABLE, reason=Reason.FORMAT)
    path.write_bytes(packed(a_pdf=pdf("Slogs")))
    assert extract(path, "a.zip") == Extracted(FileState.OTHER)


def test_a_picture_that_is_damaged(tmp_path: Path) -> None:
    """The text beside it is whole."""
    content = packed(
        word__document_xml="<w:p><w:t>Vesels</w:t></w:p>", word__media__a_png=b"PNG" * 9
    )
    at = content.index(b"word/media/a.png") + len(b"word/media/a.png") + 2
    damaged = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
    assert read(tmp_path, damaged, "a.docx") == ("Vesels\n", "")


def test_ordinary_files_are_read_whole(tmp_path: Path) -> None:
    for content, name in ((docx("a"), "a.docx"), (odt("a"), "a.odt"), (xlsx(["a"]), "a.xlsx")):
        assert read(tmp_path, content, name).reason == ""
