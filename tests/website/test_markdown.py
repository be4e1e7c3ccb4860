"""Pages as Markdown: at an address of their own and by negotiation, with all that they show."""

from html import escape
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cases.models import CaseOutcome
from govlab.website.markdown.convert import to_markdown
from govlab.website.reader.page_list import PAGE_SIZE
from tests.factories import (
    make_case,
    make_case_index,
    make_image,
    make_news,
    make_news_index,
    make_standard,
    publish,
    translate_page,
)
from tests.search.indexed import bring_up_to_date

MARKDOWN = "text/markdown; charset=utf-8"


def markdown(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == MARKDOWN
    return response.content.decode()


def test_a_page_with_its_blocks_and_figures(client: Client, home: Any) -> None:
    body = [
        ("rich_text", '<p>Lasiet <a href="/lv/x/">šeit</a>, <b>te</b>.</p><ul><li>viens</li></ul>'),
        ("heading", {"text": "Virsraksts", "level": "2"}),
        ("quote", {"text": "Teksts", "author": "Anna"}),
    ]
    case = make_case(
        make_case_index(home),
        title="Stāsts",
        body=body,
        listing_image=make_image(),
        listing_image_alt="Bilde",
    )
    CaseOutcome.objects.create(
        page=case, locale=case.locale, metric="Laiks", unit="min", before=42, after=18
    )
    text = markdown(client, f"{case.url}index.md")
    for expected in (
        'title: "Stāsts"\n',
        f'url: "http://testserver{case.url}"\n',
        "# Stāsts\n",
        "## Izaicinājums\n\nKas nedarbojās.\n",
        "[šeit](http://testserver/lv/x/), **te**",
        "- viens\n",
        "## Virsraksts\n",
        "> Teksts\n",
        "![Bilde](http://testserver/images/",
    ):
        assert expected in text
    row = next(line for line in text.splitlines() if line.startswith("| Laiks"))
    assert ("42" in row, "18" in row, "57" in row) == (True, True, True)
    assert f"/api/v1/pages/{case.pk}" in text


def test_a_list_has_its_items_and_leads_on(client: Client, home: Any) -> None:
    index = make_news_index(home)
    for number in range(PAGE_SIZE + 1):
        make_news(index, title=f"Ziņa {number}")
    first = markdown(client, f"{index.url}index.md")
    assert first.count("## [Ziņa") == PAGE_SIZE
    assert f"(http://testserver{index.url}index.md?page=2)" in first
    assert "## [Ziņa 0]" in markdown(client, f"{index.url}index.md?page=2")
    assert client.get(f"{index.url}index.md?page=3").status_code == 404


@pytest.mark.parametrize(
    ("accepted", "chosen"),
    [
        ("text/markdown", True),
        ("text/markdown, text/html;q=0.8", True),
        ("text/html, text/markdown;q=0.8", False),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", False),
        ("*/*", False),
        ("application/json", False),
        ("", False),
    ],
)
def test_negotiation(client: Client, home: Any, accepted: str, chosen: bool) -> None:
    own, below = client.get(home.url, headers={"Accept": accepted}), f"{home.url}index.md"
    assert (own["Content-Type"] == MARKDOWN) is chosen
    assert own["Vary"] == "Accept-Encoding, Accept"
    assert own.get("Content-Location") == (below if chosen else None)
    if chosen:
        assert own.content == client.get(below).content
        assert own["ETag"] != client.get(home.url)["ETag"]


def test_queries(home: Any) -> None:
    page = make_news(make_news_index(home))
    bring_up_to_date()
    client, address = Client(), f"{page.url}index.md"
    for most in (3, 1):
        with CaptureQueriesContext(connection) as captured:
            response = client.get(address)
        assert response.status_code == 200
        assert len(captured) <= most, captured.captured_queries
    copy = client.get(address, headers={"If-None-Match": response["ETag"]})
    assert (copy.status_code, copy.content) == (304, b"")


def test_notes_about_the_page_are_in_it(client: Client, home: Any) -> None:
    page = publish(make_standard(publish(home), is_sample=True))
    translate_page(home, title="Home")
    english = translate_page(page, title="Page")
    assert "Parauga saturs." in markdown(client, f"{page.url}index.md")
    text = markdown(client, f"{english.url}index.md")
    assert "Sample content." in text
    assert 'translation: "current"' in text
    assert f'  lv: "http://testserver{page.url}index.md"' in text


def test_what_is_not_public_has_none(client: Client, home: Any) -> None:
    page = publish(make_standard(home, title="Noslēpums"))
    draft = make_standard(home, title="Melnraksts", live=False)
    assert client.get(f"{draft.url}index.md").status_code == 404
    assert "Noslēpums" in markdown(client, f"{page.url}index.md")
    page.unpublish()
    answer = client.get(f"{page.url}index.md")
    assert answer.status_code == 410
    assert "Noslēpums" not in answer.content.decode()


def test_texts_do_not_become_markup() -> None:
    text = to_markdown("<p>&lt;script&gt; [a](javascript:b) # c *d*</p>", "http://testserver/lv/")
    assert text == "\\<script> \\[a](javascript:b) # c \\*d\\*\n"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>2026. gada 20. maijs</p>", "2026\\. gada 20. maijs"),
        ("<h2>2026. gads</h2>", "## 2026. gads"),
        ("<p>Ar <b>2026. gada</b>\n19. maiju</p>", "Ar **2026. gada** 19. maiju"),
        ("<ul><li>1. vieta</li></ul>", "- 1\\. vieta"),
        ("<table><tr><td>+15 % | 3. maijs</td></tr></table>", "+15 % \\| 3. maijs"),
        (
            "<p>+15 %, ~5 min, 3 * 4 &lt; 13 &gt; 2, a_b &amp; c!</p>",
            "+15 %, ~5 min, 3 * 4 < 13 > 2, a_b & c!",
        ),
        ("<p>+ viens</p><p># divi</p>", "\\+ viens\n\n\\# divi"),
        ("<p>pirmā<br>2. otrā<br></p>", "pirmā\\\n2\\. otrā"),
        ('<p>Lūk!<a href="/a(b c/">x]</a></p>', "Lūk\\![x\\]](http://testserver/a%28b%20c/)"),
        ('<img src="/a.png" alt="a] b">', "![a\\] b](http://testserver/a.png)"),
    ],
)
def test_only_what_would_be_misread_is_escaped(html: str, text: str) -> None:
    assert text in to_markdown(html, "http://testserver/lv/")


_READ = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_PLACES = [
    *("<p>{}</p>", "<li>{}</li>", "<h2>a {} b</h2>", "<p>a <b>{}</b> c</p>", "<p>x<br>{}</p>"),
    *("<blockquote><p>{}</p></blockquote>", '<p><a href="/x">a{}b</a></p>'),
    "<table><thead><tr><th>a</th></tr></thead> <tbody><tr><td>x{}</td></tr></tbody></table>",
]


@settings(max_examples=300, deadline=None)
@given(text=st.text("aā1. )#-+*_~`<>&;[]()|\\=!:/", max_size=12), place=st.sampled_from(_PLACES))
def test_a_reader_of_markdown_gets_the_text_as_written(text: str, place: str) -> None:
    html = place.format(escape(text))
    again = _READ.render(to_markdown(html, "http://testserver/lv/"))
    written = BeautifulSoup(html.replace("<br>", " "), "html.parser").get_text()
    assert BeautifulSoup(again, "html.parser").get_text().split() == written.split(), html


def test_what_operates_a_page_is_left_out() -> None:
    html = '<form><input></form><nav>x</nav><svg><title>y</title></svg><img src="a" alt=""><p>z</p>'
    assert to_markdown(html, "http://testserver/lv/") == "z\n"


def test_a_link_around_blocks_is_one_line() -> None:
    html = '<a href="/lv/x/"><strong>Atrast</strong><p>Soli pa solim.</p></a>'
    assert to_markdown(html, "http://testserver/lv/") == (
        "[**Atrast** Soli pa solim.](http://testserver/lv/x/)\n"
    )
