"""Moves, slugs and positions: a page's address is part of its document and of those below it."""

from typing import Any

from django.test import Client
from django.urls import reverse

from govlab.delivery.models import Document, Head
from tests.factories import make_standard
from tests.factories import publish as publish_in_code

from .admin import move, publish, restrict
from .portal import NOTHING, Portal


def make(parent: Any, slug: str, **fields: Any) -> Any:
    return publish_in_code(make_standard(parent, title=slug, slug=slug, **fields))


def test_move_a_subtree(portal: Portal, editor_client: Client, home: Any) -> None:
    old, new = make(home, "veca"), make(home, "jauna")
    page = make(old, "lapa")
    child = make(page, "zem")
    portal.follow()
    move(editor_client, page, new)
    assert set(portal.follow().documents) == {page.pk, child.pk}
    assert portal[page]["path"] == "/lv/jauna/lapa/"
    assert portal[child]["path"] == "/lv/jauna/lapa/zem/"
    assert [crumb["title"] for crumb in portal[child]["breadcrumbs"]] == [
        "Sākums",
        "jauna",
        "lapa",
    ]


def test_move_under_a_draft_and_out_again(portal: Portal, editor_client: Client, home: Any) -> None:
    page = make(home, "lapa")
    child = make(page, "zem")
    draft = make_standard(home, live=False)
    portal.follow()
    move(editor_client, page, draft)
    assert portal.follow().withdrawn == dict.fromkeys([page.pk, child.pk], "ancestor_withdrawn")
    move(editor_client, page, home)
    assert set(portal.follow().documents) == {page.pk, child.pk}


def test_move_into_and_out_of_a_restricted_branch(
    portal: Portal, editor_client: Client, home: Any
) -> None:
    page, closed = make(home, "lapa"), make(home, "slegta")
    child = make(page, "zem")
    restrict(editor_client, closed, "login")
    portal.follow()
    move(editor_client, page, closed)
    assert portal.follow().withdrawn == dict.fromkeys([page.pk, child.pk], "restricted")
    move(editor_client, page, home)
    assert set(portal.follow().documents) == {page.pk, child.pk}


def test_move_out_of_the_site(portal: Portal, editor_client: Client, home: Any) -> None:
    page = make(home, "lapa")
    portal.follow()
    page.move(home.get_parent(), pos="last-child")
    assert portal.follow().withdrawn == {page.pk: "outside_site"}


def test_slug_change_reaches_everything_below(
    portal: Portal, editor_client: Client, home: Any
) -> None:
    page = make(home, "veca")
    child = make(page, "zem")
    grandchild = make(child, "dziji")
    make(home, "cita")
    portal.follow()
    publish(editor_client, page, slug="jauna")
    assert set(portal.follow().documents) == {page.pk, child.pk, grandchild.pk}
    assert portal[grandchild]["path"] == "/lv/jauna/zem/dziji/"
    assert portal.get("pages/by-path", path="/lv/jauna/zem/").json()["id"] == child.pk


def test_slug_of_a_draft_between(portal: Portal, editor_client: Client, home: Any) -> None:
    """A page that has no document itself cannot hide its change of address from those below."""
    page = make(home, "veca")
    child = make(page, "zem")
    portal.follow()
    page.unpublish()
    portal.follow()
    publish(editor_client, page, slug="jauna")
    assert set(portal.follow().documents) == {page.pk, child.pk}
    assert portal[child]["path"] == "/lv/jauna/zem/"


def test_order_in_menus_has_no_sequence_but_is_followed(
    portal: Portal, editor_client: Client, home: Any
) -> None:
    pages = [make(home, slug, show_in_menus=True) for slug in ("viens", "divi", "tris")]
    child = make(pages[0], "zem")
    portal.follow()
    assert titles(portal) == ["viens", "divi", "tris"]
    url = reverse("wagtailadmin_pages:set_page_position", args=[pages[0].pk])
    assert editor_client.post(f"{url}?position=2").status_code == 200
    revision = Head.current().revision
    assert portal.follow() == NOTHING
    assert Head.current().revision > revision, "answers that were kept must be dropped"
    assert titles(portal) == ["divi", "tris", "viens"]
    child.refresh_from_db()
    assert Document.objects.get(pk=child.pk).tree_path == child.path


def titles(portal: Portal) -> list[str]:
    menu = portal.get("navigation", locale="lv").json()
    return [item["title"] for item in menu["main"]]
