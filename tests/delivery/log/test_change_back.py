"""What decides a subtree's public state changes and changes back while marks wait.

A page below that is relayed in between is made as the time between demands: it must be made again.
"""

from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import Page, PageViewRestriction

from govlab.delivery.log import relay
from govlab.delivery.models import Mark
from tests.factories import make_standard, publish

from .portal import Portal

Change = Callable[[Any], None]


def fresh(page: Any) -> Any:
    return Page.objects.get(pk=page.pk).specific


def rename(slug: str) -> Change:
    def change(page: Any) -> None:
        stored = fresh(page)
        stored.slug = slug
        publish(stored)

    return change


def close(page: Any) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def open_up(page: Any) -> None:
    for restriction in PageViewRestriction.objects.filter(page_id=page.pk):
        restriction.delete()


def move_under(title: str) -> Change:
    def change(page: Any) -> None:
        fresh(page).move(Page.objects.get(title=title), "last-child")

    return change


CHANGES: dict[str, tuple[Change, Change]] = {
    "address": (rename("cita"), rename("nodala")),
    "unpublish": (lambda page: fresh(page).unpublish(), lambda page: publish(fresh(page))),
    "restrict": (close, open_up),
    "move": (move_under("Melnraksts"), move_under("Sākums")),
}


@pytest.fixture
def pages(portal: Portal, home: Any) -> list[Any]:
    """A section, a page in it, and one below that."""
    make_standard(home, "Melnraksts", live=False)
    section = publish(make_standard(home, slug="nodala"))
    page = publish(make_standard(section))
    below = publish(make_standard(page))
    portal.follow()
    return [section, page, below]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("depth", [1, 2])
def test_a_page_below_is_relayed_in_between(
    portal: Portal, pages: list[Any], change: str, depth: int
) -> None:
    there, back = CHANGES[change]
    there(pages[0])
    publish(fresh(pages[depth]))
    alone(pages[depth])
    back(pages[0])
    portal.follow()
    assert all(page in portal for page in pages)


@pytest.mark.parametrize("change", CHANGES)
def test_the_change_back_leaves_nobody_public(
    portal: Portal, pages: list[Any], change: str
) -> None:
    """The other way round: the page between is made while the way is open."""
    there, back = CHANGES[change]
    there(pages[0])
    portal.follow()
    back(pages[0])
    publish(fresh(pages[2]))
    alone(pages[2])
    there(pages[0])
    portal.follow()
    assert (pages[2] in portal) == (change == "address")


@pytest.mark.parametrize("change", CHANGES)
def test_newest_first(portal: Portal, pages: list[Any], change: str) -> None:
    there, back = CHANGES[change]
    there(pages[0])
    publish(fresh(pages[1]))
    relay.step(newest_first=True, size=1)
    back(pages[0])
    publish(fresh(pages[2]))
    while relay.step(newest_first=True, size=1) is not None:
        pass
    portal.follow()
    assert all(page in portal for page in pages)


def test_a_mark_outlives_a_move(portal: Portal, home: Any) -> None:
    """Marks name places in the tree; the page has left its place when its mark is relayed."""
    first, second = publish(make_standard(home)), publish(make_standard(home))
    below = publish(make_standard(second))
    portal.follow()
    close(fresh(second))
    fresh(second).move(fresh(first), "left")
    open_up(second)
    publish(fresh(below))
    alone(below)
    portal.follow()
    assert below in portal


def alone(page: Any) -> None:
    """Relays the marks of one page while all others wait."""
    waiting = list(Mark.objects.exclude(key=str(page.translation_key)).values_list("pk", flat=True))
    held = Mark.objects.filter(pk__in=waiting)
    held.update(not_before="2100-01-01T00:00Z")
    relay.drain()
    held.update(not_before=None)
