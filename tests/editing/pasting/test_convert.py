"""Rules that hold for every product, and HTML that means harm."""

import time
from typing import Any

import pytest

from govlab.core.blocks import BodyBlock
from govlab.delivery.safe_rich_text import rich_text_reasons
from govlab.editing.pasting.convert import convert
from govlab.editing.pasting.losses import Loss, messages
from govlab.editing.pasting.nodes import MOST_CHARACTERS, TooLargeError


def blocks(html: str) -> list[tuple[str, Any]]:
    return convert(html).blocks


def text(html: str) -> str:
    return "".join(value for kind, value in blocks(html) if kind == "rich_text")


def levels(html: str) -> list[str]:
    return [value["level"] for kind, value in blocks(html) if kind == "heading"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h1>a</h1><h2>b</h2>", ["2", "3"]),
        ("<h2>a</h2><h3>b</h3><h2>c</h2>", ["2", "3", "2"]),
        ("<h4>a</h4>", ["2"]),
        ("<h1>a</h1><h2>b</h2><h3>c</h3>", ["2", "3", "3"]),
        ("<h2> &nbsp; </h2>", []),
    ],
)
def test_levels_of_headings(html: str, expected: list[str]) -> None:
    assert levels(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>viens</p>divi<div>trīs</div>", "<p>viens</p><p>divi</p><p>trīs</p>"),
        ("<p>&nbsp;</p><p><br></p><p> </p>", ""),
        ("<p>a<br>b<br></p>", "<p>a<br/>b</p>"),
        ("<p><b>a </b>b</p>", "<p><b>a</b> b</p>"),
        ("<p>1 &lt; 2 &amp; <i>3</i></p>", "<p>1 &lt; 2 &amp; <i>3</i></p>"),
        ("<a href='mailto:a@piemers.lv'>a</a>", '<p><a href="mailto:a@piemers.lv">a</a></p>'),
        ("<p><a href='#dala'>a</a></p>", "<p>a</p>"),
        ("<pre>a\nb</pre>", "<p>a</p><p>b</p>"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "<p><b>a</b></p><p>b</p>"),
        ("<ul><li></li><li>a</li></ul>", "<ul><li>a</li></ul>"),
        ("<table><tr><td><p>a</p><p>b</p></td></tr></table>", "<p>a</p><p>b</p>"),
    ],
)
def test_texts(html: str, expected: str) -> None:
    assert text(html) == expected


def test_quotes() -> None:
    assert blocks("<blockquote><p>a</p><p>b</p></blockquote>") == [
        ("quote", {"text": "a\nb", "author": ""})
    ]
    long = convert(f"<blockquote>{'a ' * 400}</blockquote>")
    assert [kind for kind, _value in long.blocks] == ["rich_text"]
    assert long.losses[Loss.LONG_QUOTE] == 1


def test_a_long_heading_becomes_a_paragraph() -> None:
    pasted = convert(f"<h2>{'a' * 121}</h2>")
    assert [kind for kind, _value in pasted.blocks] == ["rich_text"]
    assert pasted.losses[Loss.LONG_HEADING] == 1


def test_merged_cells() -> None:
    html = (
        "<table><tr><th colspan=2>a</th></tr><tr><td rowspan=2>b</td><td>c</td></tr>"
        "<tr><td>d</td></tr></table>"
    )
    [(_kind, table)] = blocks(html)
    assert table["data"] == [["a", ""], ["b", "c"], ["", "d"]]


def test_tables_within_tables() -> None:
    html = "<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>"
    pasted = convert(html)
    [(_kind, table)] = pasted.blocks
    assert table["data"] == [["a", "b c"]]
    assert pasted.losses[Loss.NESTED_TABLE] == 1


HOSTILE = [
    "<p><a href='javascript:alert(1)'>a</a></p>",
    "<p><a href=' java\tscript:alert(1)'>a</a></p>",
    "<p><a href='data:text/html,<script>alert(1)</script>'>a</a></p>",
    "<p><a href='vbscript:x'>a</a><a href='//evil.example'>b</a></p>",
    "<p><a href='https://a.lv/\"><img src=x onerror=alert(1)>'>a</a></p>",
    "<img src=x onerror=alert(1)><svg onload=alert(1)><p>a</p></svg>",
    "<p onclick=alert(1) style='background:url(javascript:x)'>a</p>",
    "<iframe src='javascript:alert(1)'></iframe><p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
    "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math><p>a</p>",
    "<h2>&lt;img src=x onerror=alert(1)&gt;</h2>",
    "<!--><script>alert(1)</script>--><p>a</p>",
    "<table><tr><td>&lt;script&gt;</td><td colspan=99999999999>b</td></tr></table>",
    "<![CDATA[<script>alert(1)</script>]]><p>a</p>",
]


@pytest.mark.parametrize("html", HOSTILE)
def test_hostile_html(html: str) -> None:
    body = BodyBlock()
    for kind, value in blocks(html):
        if kind == "rich_text":
            assert list(rich_text_reasons(value)) == []
            assert "onerror=" not in value.replace("&lt;img src=x onerror=", "")
        body.child_blocks[kind].get_form_state(body.child_blocks[kind].to_python(value))


@pytest.mark.parametrize(
    "html",
    [
        "a" * (MOST_CHARACTERS + 1),
        "<div>" * 5_000 + "a",
        "<table><tr><td>" * 300 + "a",
        "<ul><li>" * 300 + "a",
        "<b>" * 5_000 + "a",
    ],
)
def test_too_large(html: str) -> None:
    with pytest.raises(TooLargeError):
        convert(html)


@pytest.mark.parametrize(
    "html",
    [
        "<p>a</p>" * 20_000,
        "<table>" + "<tr><td rowspan=9999 colspan=50>a</td></tr>" * 200 + "</table>",
        "<p><br>" * 90 + " " * 100_000,
        "<p style='" + "a:b;" * 20_000 + "'>a</p>",
    ],
)
def test_large_pastes_take_seconds_at_most(html: str) -> None:
    began = time.process_time()
    convert(html)
    assert time.process_time() - began < 20


@pytest.mark.parametrize("loss", list(Loss))
@pytest.mark.parametrize("number", [1, 2, 21])
def test_each_loss_has_a_message(loss: Loss, number: int) -> None:
    [message] = messages(type(convert("").losses)({loss: number}))
    assert message.endswith(".")
