"""Unpublishing and deleting leave tombstones, for everything that went with them."""

from typing import Any

from django.test import Client
from wagtail.models import PageViewRestriction

from tests.factories import make_standard
from tests.factories import publish as publish_in_code

from .admin import delete, publish, unpublish
from .portal import NOTHING, Portal


def branch(home: Any) -> list[Any]:
    """A page, its child and its grandchild."""
    top = publish_in_code(make_standard(home, title="Augša"))
    middle = publish_in_code(make_standard(top, title="Vidus"))
    return [top, middle, publish_in_code(make_standard(middle, title="Apakša"))]


def test_unpublish_alone_hides_what_is_below(
    portal: Portal, editor_client: Client, home: Any
) -> None:
    top, middle, bottom = branch(home)
    portal.follow()
    unpublish(editor_client, top)
    assert portal.follow().withdrawn == {
        top.pk: "unpublished",
        middle.pk: "ancestor_withdrawn",
        bottom.pk: "ancestor_withdrawn",
    }
    publish(editor_client, top)
    assert set(portal.follow().documents) == {top.pk, middle.pk, bottom.pk}


def test_unpublish_with_descendants(portal: Portal, editor_client: Client, home: Any) -> None:
    top, middle, bottom = branch(home)
    portal.follow()
    unpublish(editor_client, top, descendants=True)
    assert set(portal.follow().withdrawn) == {top.pk, middle.pk, bottom.pk}
    publish(editor_client, top)
    assert list(portal.follow().documents) == [top.pk]


def test_delete_a_subtree(portal: Portal, editor_client: Client, home: Any) -> None:
    pages = branch(home)
    numbers = [page.pk for page in pages]
    portal.follow()
    delete(editor_client, pages[0])
    assert portal.follow().withdrawn == dict.fromkeys(numbers, "deleted")


def test_delete_a_draft_writes_nothing(portal: Portal, editor_client: Client, home: Any) -> None:
    draft = make_standard(home, live=False)
    delete(editor_client, draft)
    assert portal.follow() == NOTHING


def test_delete_after_unpublish_keeps_the_tombstone(
    portal: Portal, editor_client: Client, home: Any
) -> None:
    page = publish_in_code(make_standard(home))
    portal.follow()
    unpublish(editor_client, page)
    assert portal.follow().withdrawn == {page.pk: "unpublished"}
    delete(editor_client, page)
    assert portal.follow() == NOTHING


def test_delete_a_restricted_branch(portal: Portal, editor_client: Client, home: Any) -> None:
    top, middle, bottom = branch(home)
    PageViewRestriction.objects.create(page=middle, restriction_type="login")
    portal.follow()
    numbers = [top.pk, middle.pk, bottom.pk]
    delete(editor_client, top)
    changes = portal.follow()
    assert changes.withdrawn == {numbers[0]: "deleted"}
    assert portal.get(f"pages/{numbers[1]}").status_code == 404, "it never was public"


def test_withdrawn_and_back_between_two_looks(
    portal: Portal, editor_client: Client, home: Any
) -> None:
    page = publish_in_code(make_standard(home))
    portal.follow()
    unpublish(editor_client, page)
    publish(editor_client, page)
    assert portal.follow() == NOTHING, "nothing that a reader could have seen changed"


def test_gone_before_anybody_looked(portal: Portal, editor_client: Client, home: Any) -> None:
    page = publish_in_code(make_standard(home))
    number = page.pk
    delete(editor_client, page)
    assert portal.follow() == NOTHING
    assert portal.get(f"pages/{number}").status_code == 404
