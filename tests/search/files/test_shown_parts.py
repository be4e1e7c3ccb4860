"""SmartArt, charts and drawings of office files, which are parts of their own."""

from pathlib import Path

import pytest

from search.models import Reason
from tests.search.files_made import packed, read, workbook

SMART_ART = (
    '<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><dgm:ptLst><dgm:pt><dgm:t><a:bodyPr/>'
    "<a:p><a:r><a:t>Uzdod jautājumu</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt><dgm:t>"
    "<a:p><a:r><a:t>Izmēģini</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"
)
CHART = (
    '<c:chartSpace xmlns:c="c" xmlns:a="a"><c:chart><c:title><a:p><a:r><a:t>Sūdzības</a:t></a:r>'
    "</a:p></c:title><c:cat><c:strRef><c:f>A1</c:f><c:strCache><c:pt><c:v>Rīga</c:v></c:pt><c:pt>"
    "<c:v>Kurzeme</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache><c:pt>"
    "<c:v>12</c:v></c:pt></c:numCache></c:numRef></c:val></c:chart></c:chartSpace>"
)
SHOWN = '<{}:relIds xmlns:{}="d" r:dm="r1" r:lo="r2"/>'
CHARTED = '<c:chart xmlns:c="c" r:id="r1"/>'


def relations(target: str, **others: str) -> str:
    listed = {"r1": target, **others}
    return (
        "<Relationships>"
        + "".join(f'<Relationship Id="{name}" Target="{part}"/>' for name, part in listed.items())
        + "</Relationships>"
    )


def word(
    shown: str, *, target: str = "diagrams/data1.xml", related: str = "", **members: str
) -> bytes:
    return packed(
        word__document_xml='<w:d xmlns:w="w" xmlns:r="r"><w:p><w:r><w:t>Pirms</w:t></w:r><w:r>'
        f"<w:drawing>{shown}</w:drawing></w:r></w:p><w:p><w:r><w:t>Pēc</w:t></w:r></w:p></w:d>",
        word___rels__document_xml_rels=related or relations(target, r2="diagrams/layout1.xml"),
        **members,
    )


def slide(shown: str, *, hidden: bool = False) -> str:
    show = ' show="0"' if hidden else ""
    return f'<p:sld xmlns:p="p" xmlns:a="a" xmlns:r="r"{show}>{shown}</p:sld>'


@pytest.mark.parametrize("prefix", ["dgm", "x"])
def test_smart_art_follows_its_paragraph(tmp_path: Path, prefix: str) -> None:
    content = word(SHOWN.format(prefix, prefix), word__diagrams__data1_xml=SMART_ART)
    text = "Pirms\nUzdod jautājumu\nIzmēģini\nPēc\n"
    assert read(tmp_path, content, "a.docx") == (text, "")


@pytest.mark.parametrize("target", ["charts/chart1.xml", "/word/charts/chart1.xml"])
def test_a_chart_has_a_title_and_labels_but_no_numbers(tmp_path: Path, target: str) -> None:
    content = word(CHARTED, target=target, word__charts__chart1_xml=CHART)
    lines = read(tmp_path, content, "a.docx").text.split("\n")
    assert [line.strip() for line in lines] == ["Pirms", "Sūdzības", "Rīga Kurzeme", "Pēc", ""]


def test_a_slide_shows_what_it_shows_and_a_hidden_one_does_not(tmp_path: Path) -> None:
    shown = SHOWN.format("dgm", "dgm")
    content = packed(
        ppt__slides__slide1_xml=slide(shown, hidden=True),
        ppt__slides__slide2_xml=slide(shown),
        ppt__slides___rels__slide1_xml_rels=relations("../diagrams/data1.xml"),
        ppt__slides___rels__slide2_xml_rels=relations("../diagrams/data2.xml"),
        ppt__diagrams__data1_xml=SMART_ART.replace("Izmēģini", "Slēpts"),
        ppt__diagrams__data2_xml=SMART_ART,
    )
    assert read(tmp_path, content, "a.pptx") == ("Uzdod jautājumu\nIzmēģini\n", "")


def test_a_sheet_has_text_boxes_and_charts(tmp_path: Path) -> None:
    drawing = (
        '<xdr:wsDr xmlns:xdr="x" xmlns:a="a" xmlns:r="r"><a:p><a:r><a:t>Piezīme lodziņā</a:t></a:r>'
        f"</a:p>{CHARTED}</xdr:wsDr>"
    )
    row = '<row><c t="inlineStr"><is><t>Rinda</t></is></c></row>'
    content = workbook(
        {"Dati": row, "Slēptā": row},
        states={"Slēptā": "hidden"},
        after_rows='<drawing r:id="r1"/>',
        more={
            "xl__worksheets___rels__sheet1_xml_rels": relations("../drawings/drawing1.xml"),
            "xl__worksheets___rels__sheet2_xml_rels": relations("../drawings/drawing2.xml"),
            "xl__drawings__drawing1_xml": drawing,
            "xl__drawings__drawing2_xml": drawing.replace("Piezīme", "Slēpta"),
            "xl__drawings___rels__drawing1_xml_rels": relations("../charts/chart1.xml"),
            "xl__charts__chart1_xml": CHART,
        },
    )
    found = read(tmp_path, content, "a.xlsx")
    lines = [line.strip() for line in found.text.split("\n")]
    assert lines == ["Dati", "Rinda", "Piezīme lodziņā", "Sūdzības", "Rīga Kurzeme", ""]
    assert not found.reason


def test_what_refers_to_itself_is_read_once(tmp_path: Path) -> None:
    again = f"<d xmlns:c='c' xmlns:r='r' xmlns:a='a'><a:p><a:t>Aplis</a:t></a:p>{CHARTED}</d>"
    content = word(
        CHARTED + CHARTED,
        target="charts/chart1.xml",
        word__charts__chart1_xml=again,
        word__charts___rels__chart1_xml_rels=relations("chart1.xml"),
    )
    assert read(tmp_path, content, "a.docx") == ("Pirms\nAplis\nPēc\n", "")


@pytest.mark.parametrize("members", [{}, {"word__charts__chart1_xml": CHART}])
def test_what_is_not_there_is_not_missed(tmp_path: Path, members: dict[str, str]) -> None:
    """A picture or a page of the web may stand there, too."""
    content = word(CHARTED, target="https://example.org/charts/chart1.xml", **members)
    assert read(tmp_path, content, "a.docx") == ("Pirms\nPēc\n", "")


def test_a_damaged_part_costs_nothing_but_its_rest(tmp_path: Path) -> None:
    damaged = SMART_ART.removesuffix("</dgm:ptLst></dgm:dataModel>")
    content = word(SHOWN.format("dgm", "dgm"), word__diagrams__data1_xml=damaged)
    text = "Pirms\nUzdod jautājumu\nIzmēģini\nPēc\n"
    assert read(tmp_path, content, "a.docx") == (text, Reason.BROKEN)


def test_damaged_relations_cost_no_text_of_the_document(tmp_path: Path) -> None:
    content = word(SHOWN.format("dgm", "dgm"), related="<Relationships>")
    assert read(tmp_path, content, "a.docx") == ("Pirms\nPēc\n", Reason.BROKEN)
