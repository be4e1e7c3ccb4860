"""Copies and aliases: pages that become public without the signal of publishing."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from tests.factories import make_standard
from tests.factories import publish as publish_in_code

from .admin import delete, post, publish, unpublish
from .portal import NOTHING, Portal


@pytest.fixture
def page(portal: Portal, home: Any) -> Any:
    """A public page with a public child."""
    page = publish_in_code(make_standard(home, title="Avots", slug="avots"))
    publish_in_code(make_standard(page, title="Bērns", slug="berns"))
    portal.follow()
    return page


def copy(client: Client, page: Any, **fields: str) -> Any:
    data = {
        "new_title": "Kopija",
        "new_slug": "kopija",
        "new_parent_page": str(page.get_parent().pk),
    }
    post(client, "wagtailadmin_pages:copy", page.pk, **(data | fields))
    return Page.objects.get(slug="kopija")


def test_copy_as_draft_writes_nothing(portal: Portal, editor_client: Client, page: Any) -> None:
    copy(editor_client, page, copy_subpages="on")
    assert portal.follow() == NOTHING


def test_copy_of_a_subtree_that_goes_live(portal: Portal, editor_client: Client, page: Any) -> None:
    new = copy(editor_client, page, copy_subpages="on", publish_copies="on")
    child = new.get_children().get()
    assert set(portal.follow().documents) == {new.pk, child.pk}
    assert portal[new]["title"] == "Kopija"
    assert portal[child]["path"] == "/lv/kopija/berns/"
    assert portal[new]["translation_key"] != portal[page]["translation_key"]


def test_alias_follows_its_source(portal: Portal, editor_client: Client, page: Any) -> None:
    alias = copy(editor_client, page, alias="on")
    assert list(portal.follow().documents) == [alias.pk]
    assert portal[alias]["path"] == "/lv/kopija/"

    publish(editor_client, page, title="Cits avots")
    assert {page.pk, alias.pk} <= set(portal.follow().documents)
    assert portal[alias]["title"] == "Cits avots"

    unpublish(editor_client, page)
    assert portal.follow().withdrawn[alias.pk] == "unpublished"


def test_alias_of_a_deleted_page(portal: Portal, editor_client: Client, page: Any) -> None:
    """Wagtail unpublishes it."""
    alias, number = copy(editor_client, page, alias="on"), page.pk
    portal.follow()
    delete(editor_client, page)
    withdrawn = portal.follow().withdrawn
    assert (withdrawn[alias.pk], withdrawn[number]) == ("unpublished", "deleted")


def test_alias_that_becomes_a_page_of_its_own(
    portal: Portal, editor_client: Client, page: Any
) -> None:
    alias = copy(editor_client, page, alias="on")
    portal.follow()
    post(editor_client, "wagtailadmin_pages:convert_alias", alias.pk)
    assert portal.follow() == NOTHING
