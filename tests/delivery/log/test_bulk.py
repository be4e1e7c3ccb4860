"""Wagtail's bulk actions on pages."""

from typing import Any

import pytest
from django.test import Client

from tests.factories import make_standard
from tests.factories import publish as publish_in_code

from .admin import bulk
from .portal import Portal


@pytest.fixture
def pages(portal: Portal, home: Any) -> list[Any]:
    pages = [publish_in_code(make_standard(home)) for _ in range(3)]
    portal.follow()
    return pages


def numbers(pages: list[Any]) -> set[int]:
    return {page.pk for page in pages}


def test_publish(portal: Portal, editor_client: Client, home: Any) -> None:
    drafts = [make_standard(home, live=False) for _ in range(2)]
    for draft in drafts:
        draft.save_revision()
    portal.follow()
    bulk(editor_client, "publish", drafts)
    assert set(portal.follow().documents) == numbers(drafts)


def test_unpublish(portal: Portal, editor_client: Client, pages: list[Any]) -> None:
    child = publish_in_code(make_standard(pages[0]))
    portal.follow()
    bulk(editor_client, "unpublish", pages[:2], include_descendants="on", cause="outdated")
    assert portal.follow().withdrawn == dict.fromkeys(numbers([*pages[:2], child]), "unpublished")
    assert pages[2] in portal


def test_delete(portal: Portal, editor_client: Client, pages: list[Any]) -> None:
    gone = numbers(pages[:2])
    bulk(editor_client, "delete", pages[:2], cause="outdated")
    assert portal.follow().withdrawn == dict.fromkeys(gone, "deleted")


def test_move(portal: Portal, editor_client: Client, pages: list[Any]) -> None:
    child = publish_in_code(make_standard(pages[0]))
    portal.follow()
    bulk(editor_client, "move", pages[:2], chooser=str(pages[2].pk))
    assert set(portal.follow().documents) == numbers([*pages[:2], child])
    assert portal[child]["path"].startswith(portal[pages[2]]["path"])
