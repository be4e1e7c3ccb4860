"""After any editorial actions, the HTML of each path says what the API says of it."""

from collections.abc import Callable, Iterator
from html import escape
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page, PageViewRestriction

from govlab.core.blocks import BodyBlock
from govlab.core.typography import with_no_breaks
from govlab.delivery.log import relay
from home.models import StandardPage
from tests.factories import make_standard, publish

Action = Callable[[StandardPage, str], None]
DRAFT = "Melnraksts"
WORDS = st.text("aābcč <&\"'", min_size=1, max_size=8).map(lambda text: f"T{text.strip()}")


def _publish(page: Any, word: str) -> None:
    page.title, page.summary = word, f"Par {word}"
    page.body = BodyBlock().to_python(
        [{"type": kind, "value": value} for kind, value in _blocks(word)]
    )
    publish(page)


def _blocks(word: str) -> list[tuple[str, Any]]:
    return [
        ("heading", {"text": f"V{word}", "level": "2"}),
        ("rich_text", f"<p>R{escape(word)}</p>"),
        ("quote", {"text": f"C{word}", "author": f"A{word}"}),
        ("table", {"data": [["Gads"], [f"S{word}"]], "table_header_choice": "row"}),
    ]


def _draft(page: Any, word: str) -> None:
    page.title = f"{DRAFT} {word}"
    page.body = BodyBlock().to_python([{"type": "rich_text", "value": f"<p>{DRAFT}</p>"}])
    page.save_revision()


def _rename(page: Any, word: str) -> None:
    page.slug = f"vieta-{abs(hash(word)) % 3}-{page.pk}"
    publish(page)


def _unpublish(page: Any, word: str) -> None:
    page.unpublish()


def _restrict(page: Any, word: str) -> None:
    PageViewRestriction.objects.get_or_create(page=page, restriction_type="login")


def _open(page: Any, word: str) -> None:
    page.view_restrictions.all().delete()


def _delete(page: Any, word: str) -> None:
    page.delete()


def _child(page: Any, word: str) -> None:
    make_standard(page, title=word)


ACTIONS: list[Action] = [
    *(_publish, _draft, _rename, _unpublish, _restrict, _open, _delete, _child)
]
STEPS = st.lists(st.tuples(st.sampled_from(ACTIONS), st.integers(0, 5), WORDS), max_size=8)


def _texts(body: list[dict[str, Any]]) -> Iterator[str]:
    """The texts of blocks, by the names that their schemas have."""
    for block in body:
        yield from (block[name] for name in ("text", "author") if block.get(name))
        yield from (cell for row in block.get("rows", []) for cell in row)
        yield BeautifulSoup(block.get("html", ""), "html.parser").get_text()


def _as_seen(text: str) -> str:
    """Several spaces are one for who reads a page."""
    return with_no_breaks(" ".join(text.split()))


def agree(client: Client, path: str) -> None:
    found = client.get("/api/v1/pages/by-path", {"path": path})
    for _ in range(2):  # from the cache, the second time
        answer = client.get(path)
        assert DRAFT not in answer.content.decode()
        if found.status_code == 200:
            said, soup = found.json(), BeautifulSoup(answer.content, "html.parser")
            if said["type"] == "redirect":
                assert answer.status_code in (301, 302)
                continue
            assert answer.status_code == 200
            assert soup.h1 is not None
            assert with_no_breaks(soup.h1.get_text()) == with_no_breaks(said["title"])
            assert with_no_breaks(said["summary"]) in with_no_breaks(soup.get_text())
            shown = _as_seen(soup.get_text(" "))
            for text in _texts(said["body"]):
                assert _as_seen(text) in shown
            crumbs = [link["href"] for link in soup.select(".breadcrumbs a")]
            assert crumbs == [crumb["path"] for crumb in said["breadcrumbs"]]
        elif found.status_code == 410:
            private = answer.status_code == 302 and "/login" in answer["Location"]
            assert answer.status_code == 410 or private
        else:
            assert answer.status_code in (302, 404)


@pytest.mark.django_db
@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_html_and_api_agree(home: Any, steps: list[tuple[Action, int, str]]) -> None:
    client = Client()
    above = Page.objects.get(pk=home.pk)
    roots = [make_standard(above, title=f"Lapa {number}") for number in range(2)]
    paths = {page.url for page in (home, *roots)}
    for action, which, word in steps:
        pages = StandardPage.objects.filter(depth__gt=above.depth).order_by("pk")
        if not pages:
            break
        action(pages[which % len(pages)], word)
        relay.drain()
        paths |= {page.url for page in StandardPage.objects.all()}
        for path in sorted(paths):
            agree(client, path)
