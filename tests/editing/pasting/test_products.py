"""One text from five products becomes the same blocks; what is lost is named."""

import pytest

from govlab.editing.pasting.convert import convert
from govlab.editing.pasting.losses import Loss

from .samples import sample

PRODUCTS = ["word", "word_online", "google_docs", "libreoffice", "web_page"]
LISTS = (
    "<ul><li>papīru<ul><li>baltu</li></ul></li><li>zīmuļus</li></ul>"
    "<ol><li>sanākt</li><li>sākt</li></ol>"
)
LINK = '<p>Vairāk: <a href="https://piemers.lv/darbnica">darbnīcas apraksts</a>.'


@pytest.mark.parametrize("product", PRODUCTS)
def test_the_same_blocks(product: str) -> None:
    blocks = convert(sample(product)).blocks
    assert blocks[:4] == [
        ("heading", {"text": "Darbnīca bibliotēkā", "level": "2"}),
        (
            "rich_text",
            "<p>Darbnīca ilga <b>divas</b> stundas, telpa bija 40 m<sup>2</sup>. Svarīgi!</p>",
        ),
        ("heading", {"text": "Ko ņemt līdzi", "level": "3"}),
        ("rich_text", LISTS),
    ]
    kind, table = blocks[4]
    assert (kind, table["data"]) == ("table", [["Gads", "Dalībnieki"], ["2024", "12"]])
    assert table["first_row_is_table_header"]
    kind, text = blocks[5]
    assert kind == "rich_text"
    assert text.startswith(LINK)
    assert len(blocks) == 6


@pytest.mark.parametrize("product", PRODUCTS)
def test_colours_are_named(product: str) -> None:
    assert convert(sample(product)).losses[Loss.COLOUR]


def test_what_word_has_more() -> None:
    pasted = convert(sample("word"))
    assert set(pasted.losses) == {Loss.COLOUR, Loss.FOOTNOTE, Loss.IMAGE, Loss.COMMENT}
    assert pasted.losses[Loss.FOOTNOTE] == pasted.losses[Loss.COMMENT] == 1
    assert pasted.blocks[5][1] == f"{LINK}<sup>[1]</sup></p><p>[1] Foto: autore.</p>"


@pytest.mark.parametrize("product", PRODUCTS[1:])
def test_nothing_else_is_reported(product: str) -> None:
    assert set(convert(sample(product)).losses) == {Loss.COLOUR}
