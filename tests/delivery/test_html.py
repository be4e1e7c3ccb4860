"""What the API says in HTML and in tables holds elsewhere: addresses are whole, values are kept."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.rich_text import RichText

from govlab.delivery.documents.resolver import Resolver
from govlab.delivery.log import relay
from tests.factories import make_case, make_case_index, make_image, make_standard, publish


def block(client: Client, page: Any) -> Any:
    relay.drain()
    return client.get(f"/api/v1/pages/{page.pk}").json()["body"][0]


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("/lv/jaunumi/?a=1&amp;b=2", "http://testserver/lv/jaunumi/?a=1&amp;b=2"),
        ("#kontakti", "http://testserver/lv/te/#kontakti"),
        ("https://example.org/#x", "https://example.org/#x"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("tel:+371", "tel:+371"),
    ],
)
def test_links_are_whole_addresses(client: Client, home: Any, typed: str, given: str) -> None:
    html = f'<p data-block-key="a1b2c"><a href="{typed}">vārdi</a></p>'
    page = publish(make_standard(home, slug="te", body=[("rich_text", RichText(html))]))
    assert block(client, page)["html"] == f'<p><a href="{given}">vārdi</a></p>'
    assert "data-block-key" not in client.get(page.url).content.decode()


def test_a_project_keeps_what_its_editor_makes(home: Any, settings: Any) -> None:
    """Headings, pictures and videos, where no tags are named; here they are dropped."""
    image = make_image()
    html = (
        f'<h2>A</h2><p><code>b</code></p><embed embedtype="image" id="{image.pk}" alt="C &amp; D" '
        'format="left"/><embed embedtype="media" url="https://video.example/1?a=1&amp;b=2"/>'
        '<embed embedtype="image" id="999999" alt="" format="left"/>'
        '<embed embedtype="media" url="javascript:alert(1)"/><script>x</script>'
    )
    resolver = Resolver("lv", "http://testserver", "http://testserver/lv/")
    assert resolver.html(html) == "A<p>b</p>x"
    del settings.GOVLAB_RICH_TEXT_TAGS
    given = resolver.html(html)
    assert given.startswith('<h2>A</h2><p><code>b</code></p><img src="http://testserver/images/')
    assert f'alt="C &amp; D" width="{image.width}" height="{image.height}">' in given
    video = "https://video.example/1?a=1&amp;b=2"
    assert given.endswith(f'<a href="{video}">{video}</a>x')
    assert resolver.references == {f"image:{image.pk}"}


def test_links_in_other_fields_are_too(client: Client, home: Any) -> None:
    link = '<p data-block-key="x"><a href="/lv/">a</a></p>'
    entries = [{"title": "T", "text": RichText(link)}]
    case = make_case(make_case_index(home), challenge=link)
    page = publish(make_standard(home, body=[("accordion", {"title": "", "entries": entries})]))
    given = '<p><a href="http://testserver/lv/">a</a></p>'
    assert block(client, page)["entries"][0]["html"] == given
    assert client.get(f"/api/v1/pages/{case.pk}").json()["challenge"] == given


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("/lv/kontakti/", "http://testserver/lv/kontakti/"),
        ("#kontakti", "http://testserver/lv/te/#kontakti"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("tel:+371 2", "tel:+371 2"),
    ],
)
def test_a_call_to_action(client: Client, home: Any, typed: str, given: str) -> None:
    value = {"title": "T", "text": "", "link": {"label": "Poga", "url": typed}}
    page = publish(make_standard(home, slug="te", body=[("call_to_action", value)]))
    assert block(client, page)["link"]["url"] == given
    assert f'href="{typed}"' in client.get(page.url).content.decode()


def test_cells_keep_what_is_in_them(client: Client, home: Any) -> None:
    cells = [0, 12.5, None, "", "0", False, -1]
    table = {"data": [[0, 1, 2, 3, 4, 5, 6], cells], "table_header_choice": "row"}
    table |= {"first_row_is_table_header": True, "first_col_is_header": False}
    page = publish(make_standard(home, body=[("table", table)]))
    found = block(client, page)
    assert found["header"] == ["0", "1", "2", "3", "4", "5", "6"]
    assert found["rows"] == [["0", "12,5", "", "", "0", "False", "-1"]]
    soup = BeautifulSoup(client.get(page.url).content.decode(), "html.parser")
    assert [cell.text for cell in soup.select("td")] == found["rows"][0]
