"""Editors at work on one branch at the same time, with copies of pages that are older by then."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from wagtail.models import Page

from govlab.delivery.log import relay
from tests.factories import make_standard, publish
from tests.second_process import needs_database_server
from tests.second_thread import beside

from .portal import Portal

pytestmark = pytest.mark.django_db(transaction=True)

TURNS = 12


def many(change: Callable[[int], Any]) -> Callable[[], None]:
    def work() -> None:
        for number in range(TURNS):
            with transaction.atomic():
                change(number)

    return work


def fresh(page: Any) -> Any:
    return Page.objects.get(pk=page.pk).specific


def rename(page: Any, number: int) -> None:
    stored = fresh(page)
    stored.slug = f"adrese-{number}"
    publish(stored)


@needs_database_server
@pytest.mark.parametrize("children", ["published", "drafts"])
@pytest.mark.parametrize("parent", ["published", "renamed", "unpublished"])
def test_a_parent_changes_while_children_are_made(
    portal: Portal, home: Any, parent: str, children: str
) -> None:
    page = publish(make_standard(home))

    def change(number: int) -> None:
        if parent == "renamed":
            rename(page, number)
        elif parent == "unpublished" and number % 2:
            fresh(page).unpublish()
        else:
            publish(fresh(page))

    def make(number: int) -> None:
        child = make_standard(fresh(page), live=False)
        publish(child) if children == "published" else child.save_revision()

    with beside(many(change), patience=120):
        many(make)()
    relay.drain()
    assert Page.find_problems() == ([], [], [], [], [])
    portal.follow()


def test_a_page_is_saved_from_an_older_copy(portal: Portal, home: Any) -> None:
    """Which knows neither that it was moved, nor its child, nor its parent's new address."""
    old, new = publish(make_standard(home)), publish(make_standard(home, slug="jauna"))
    page = publish(make_standard(old, slug="lapa"))
    copy = fresh(page)
    page.move(new, "last-child")
    child = publish(make_standard(fresh(page), slug="zem"))
    rename(new, 7)
    publish(copy)
    assert Page.find_problems() == ([], [], [], [], [])
    portal.follow()
    assert portal[page]["path"] == "/lv/adrese-7/lapa/"
    assert portal[child]["path"] == "/lv/adrese-7/lapa/zem/"


def test_a_child_is_made_from_an_older_parent(portal: Portal, home: Any) -> None:
    parent = publish(make_standard(home))
    copies = Page.objects.get(pk=parent.pk), fresh(parent)
    rename(parent, 3)
    children = [publish(make_standard(copy)) for copy in copies]
    portal.follow()
    for child in children:
        assert portal[child]["path"] == f"/lv/adrese-3/{child.slug}/"
