"""Rich text holds what the editor's features make, and nothing else reaches a reader."""

from typing import Any

import pytest
from django.test import Client

from govlab.delivery.safe_rich_text import rich_text_reasons, safe_rich_text
from tests.factories import make_mission

GOOD = (
    '<p>Viens <b>divi</b> <a href="https://example.org/a?b=1&amp;c=2">trīs</a>, m<sup>2</sup>.</p>'
)
STORED = '<p><a id="3" linktype="page">lapa</a> <a id="4" linktype="document">datne</a></p>'

DROPPED = {
    '<a href="javascript:alert(1)">x</a>': "x",
    "<a href='javascript:alert(1)'>x</a>": "x",
    "<A HREF=javascript:alert(1)>x</A>": "x",
    '<a href="&#106;avascript:alert(1)">x</a>': "x",
    '<a href="java\tscript:alert(1)">x</a>': "x",
    '<a href="//evil.example/">x</a>': "x",
    '<p onclick="alert(1)">x</p>': "<p>x</p>",
    "<script>alert(1)</script>": "alert(1)",
    "<script><img src=x onerror=alert(1)></script>": "&lt;img src=x onerror=alert(1)&gt;",
    "<img src=x onerror=alert(1)>x": "x",
    "<svg><a href='javascript:alert(1)'>x</a></svg>": "x",
    "<p>x<img src=x onerror=alert(1)": "<p>x&lt;img src=x onerror=alert(1)</p>",
    "<!-- <a href='x'> -->x": "x",
}


@pytest.mark.parametrize("html", [GOOD, STORED, "Vienkāršs “teksts”."])
def test_what_the_editor_makes_stays(html: str) -> None:
    assert safe_rich_text(html) == html
    assert not list(rich_text_reasons(html))


@pytest.mark.parametrize(("html", "shown"), DROPPED.items(), ids=DROPPED)
def test_the_rest_is_dropped(html: str, shown: str) -> None:
    assert safe_rich_text(html) == shown


@pytest.mark.parametrize("html", list(DROPPED)[:6])
def test_an_address_at_fault_is_named(html: str) -> None:
    (reason,) = rich_text_reasons(html)
    assert reason.startswith("„")


def test_a_row_that_came_past_the_gate_is_harmless_on_the_site(client: Client, home: Any) -> None:
    mission = make_mission(home, slug="misija")
    bad = '<p><a href="javascript:alert(1)">Spied</a><img src=x onerror=alert(1)></p>'
    type(mission).objects.filter(pk=mission.pk).update(why=bad)
    html = client.get("/lv/misija/").content.decode()
    assert "Spied" in html
    assert "alert(1)" not in html
