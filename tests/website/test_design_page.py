"""The living page of the design: for editors, in both languages, with every block."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from govlab.core.blocks import BodyBlock
from govlab.website.design_states import COMPONENTS, THEMES
from tests.spaces import plain


@pytest.mark.parametrize(
    ("path", "title"), [("/lv/", "Vietnes sastāvdaļas"), ("/en/", "Components of the site")]
)
def test_every_component(editor_client: Client, home: Any, path: str, title: str) -> None:
    answer = editor_client.get(f"{path}design/")
    soup = BeautifulSoup(plain(answer.content), "html.parser")
    assert soup.h1
    assert soup.h1.get_text() == title
    shown = {small.get_text() for small in soup.select("h2 small")}
    # These have nothing to show without a picture, a file or a page.
    assert shown >= set(BodyBlock().child_blocks) - {"image", "documents", "related_pages"}
    assert {notice["data-notice"] for notice in soup.select("[data-notice]")} == {
        "sample",
        "outdated",
        "machine",
    }
    for component in COMPONENTS:
        for theme, _label in THEMES:
            for state in component.names:
                assert soup.select(f"[data-theme={theme}] [data-state={state}]"), component
    ids = [tag["id"] for tag in soup.select(".design__theme [id]")]
    assert len(ids) == len(set(ids)) > 0
    assert len(soup.select("[data-state=error] .errorlist")) == len(THEMES)
    assert soup.select("[data-state=disabled] button[disabled]")
    assert soup.select("[data-state=disabled] input[disabled]")
    assert soup.select("meta[name=robots][content=noindex]")
    assert "no-store" in answer["Cache-Control"]


def test_readers_have_to_sign_in(client: Client, home: Any) -> None:
    answer = client.get("/lv/design/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/admin/login/")


def test_the_short_address_leads_to_a_language(client: Client, home: Any) -> None:
    answer = client.get("/design/")
    assert (answer.status_code, answer["Location"]) == (302, "/lv/design/")
