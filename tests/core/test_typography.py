"""Lines do not end after short words and numbers."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from govlab.core.typography import html_with_no_breaks, with_no_breaks
from tests.factories import make_news, make_news_index, publish


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Viss ir par un ap to", "Viss ir~par~un~ap~to"),
        ("the end of a day", "the~end of~a~day"),
        ("2024. gada 16. novembris", "2024.~gada 16.~novembris"),
        ("18 minūtes, 31 %", "18~minūtes, 31~%"),
        ("45 345,50; 1 000 000, 2024 12", "45~345,50; 1~000~000, 2024 12"),
        ("viens – divi", "viens~– divi"),
        ("kaut-kur tas, x2 y, k9 z", "kaut-kur tas, x2 y, k9 z"),
        ("beigās ir ", "beigās ir "),
    ],
)
def test_no_breaks(text: str, shown: str) -> None:
    assert with_no_breaks(text) == shown.replace("~", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    "html",
    [
        '<p title="a > no a to">ar~mums</p>',
        "<p title='a > no a to'>ar~mums</p>",
        '<img alt="no a > b to"> ar~mums',
        "<p>no~<a href='/a b'>ar~to</a></p>",
        "<p>no </p><p>to</p>",
        "<p>no <br>to</p>",
        "<code>no a to</code> ar~to",
        "<kbd><kbd>no a</kbd> un a</kbd> ar~to",
        '<pre class="a">no <b>a to</b> un a</pre> ar~to',
        "<script>if (a < b && no > a) to = 1 + 2 > a;</script>ar~to",
        "<style>a > b { margin: 0 a }</style>ar~to",
        "<textarea>no a <to</textarea>ar~to",
        "<svg><title>no a to</title></svg>ar~to",
        "<option>no a to</option>",
        "<!-- no a > to -->ar~to",
        "1 < 2, ar~&amp; to",
    ],
)
def test_only_texts_change(html: str) -> None:
    assert html_with_no_breaks(html.replace("~", " ")) == html.replace("~", "\N{NO-BREAK SPACE}")


def test_twice_is_once() -> None:
    once = html_with_no_breaks("<p>no a <a>to – 5 %</a></p>")
    assert html_with_no_breaks(once) == once


def test_titles_summaries_and_cards_have_them_wherever_they_are_shown(
    client: Client, home: Any
) -> None:
    index = publish(make_news_index(home))
    title, summary = "Par 18 minūtēm un vienu", "Kas ir jauns un ko darīt"
    news = publish(make_news(index, title, summary=summary))
    for path in (home.url, index.url, news.url):
        soup = BeautifulSoup(client.get(path).content, "html.parser")
        assert soup.main is not None
        assert "Par\N{NO-BREAK SPACE}18\N{NO-BREAK SPACE}minūtēm" in soup.main.text
        assert title not in soup.main.text
    assert "un\N{NO-BREAK SPACE}ko\N{NO-BREAK SPACE}darīt" in soup.main.text
    # Machines read the text as it was written.
    assert soup.title is not None
    assert title in soup.title.text
    assert title in client.get(f"{news.url}index.md").content.decode()
