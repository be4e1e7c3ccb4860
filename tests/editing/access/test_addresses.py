"""Addresses of the administration that Wagtail leaves open, or fails on."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from govlab.core.bin import outside_bin
from tests.factories import make_news, make_news_index, make_standard, publish
from tests.factories.accounts import make_editor, sign_in


@pytest.fixture
def sections(home: Any) -> tuple[Any, Any]:
    """Two public pages, of which an account edits only one."""
    return publish(make_standard(home, "Viena")), publish(make_news_index(home, "Otra"))


class TestManyAtOnce:
    def test_hidden_pages_are_not_listed(self, home: Any, sections: tuple[Any, Any]) -> None:
        own, other = sections
        hidden = make_news(other, "Slepena", live=False)
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
        query = {"id": [own.pk, hidden.pk]}
        assert "Slepena" not in sign_in(make_editor(own)).get(address, query).content.decode()
        assert "Slepena" in sign_in(make_editor(home)).get(address, query).content.decode()

    def test_a_page_is_deleted_with_what_is_below_it(
        self, editor_client: Client, home: Any, sections: tuple[Any, Any]
    ) -> None:
        child = make_standard(sections[0])
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
        chosen = f"{address}?id={sections[0].pk}&id={child.pk}"
        assert editor_client.post(chosen, {"cause": "mistake"}).status_code == 302
        left = outside_bin(Page.objects.filter(pk__in=[sections[0].pk, child.pk]))
        assert not left.exists()

    def test_an_alias_is_not_published_by_itself(
        self, editor_client: Client, home: Any, sections: tuple[Any, Any]
    ) -> None:
        alias = sections[0].create_alias(update_slug="cita")
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        assert editor_client.post(f"{address}?id={alias.pk}").status_code == 302


def test_what_is_no_key_is_not_found(editor_client: Client, home: Any) -> None:
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    chosen = reverse("wagtailadmin_choose_page_chosen_multiple")
    for key in ("nav", "1" * 30, "٣", "-1", ""):
        assert editor_client.get(bulk, {"id": key}).status_code == 404
        assert editor_client.get(bulk, {"id": "all", "childOf": key}).status_code == 404
        assert editor_client.get(chosen, {"id": key}).status_code == 302
    assert editor_client.get(chosen, {"id": [home.pk]}).status_code == 200
    assert (
        editor_client.get(bulk, {"id": "all", "childOf": home.get_parent().pk}).status_code == 200
    )


def test_a_form_without_its_fields_is_a_bad_request(editor_client: Client, home: Any) -> None:
    page = publish(make_standard(home))
    for name in ("edit", "copy"):
        address = reverse(f"wagtailadmin_pages:{name}", args=[page.pk])
        assert editor_client.post(address).status_code == 400


def test_what_the_administration_does_not_find_is_not_looked_for_on_the_site(
    editor_client: Client, home: Any
) -> None:
    for address in ("/admin/nowhere/", "/admin/pages/4000/edit/", "/admin/api/main/pages/4000/"):
        assert editor_client.get(address).status_code == 404
