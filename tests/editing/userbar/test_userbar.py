"""The bar is for who may enter the administration, and offers what the account may do."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from tests.factories import make_news, make_news_index, publish, translate_page
from tests.factories.accounts import ENTER, make_group

SCRIPT = {"x-requested-with": "XMLHttpRequest"}


@pytest.fixture
def page(home: Any) -> Any:
    return publish(make_news(publish(make_news_index(publish(home)))))


def bar(client: Client, path: str) -> str:
    response = client.get(reverse("govlab_userbar"), {"path": path}, headers=SCRIPT)
    assert response.status_code == 200
    return response.content.decode()


def edit_link(page: Any) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_an_editor_may_edit_the_page(editor_client: Client, page: Any) -> None:
    assert edit_link(page) in bar(editor_client, page.url)


def test_each_language_has_its_page(editor_client: Client, page: Any) -> None:
    translate_page(page.get_parent().get_parent().specific, title="Home")
    translate_page(page.get_parent().specific, title="News", slug="news")
    english = translate_page(page, title="Item", slug="item")
    found = bar(editor_client, english.url)
    assert edit_link(english) in found
    assert edit_link(page) not in found


def test_the_bar_is_in_the_language_of_the_account(
    editor_client: Client, admin_user: Any, page: Any
) -> None:
    assert "Rediģēt šo lapu" in bar(editor_client, page.url)
    UserProfile.objects.filter(user=admin_user).update(preferred_language="en")
    assert "Edit this page" in bar(editor_client, page.url)


@pytest.mark.parametrize("path", ["", "/", "/lv/nav-tadas/", "/lv/meklet/", "//x", "/api/", "/lv"])
def test_other_addresses_have_a_bar_without_a_page(
    editor_client: Client, page: Any, path: str
) -> None:
    assert "/edit/" not in bar(editor_client, path)


def test_a_draft_is_not_found_by_its_address(editor_client: Client, page: Any) -> None:
    page.unpublish()
    assert edit_link(page) not in bar(editor_client, page.url or "/lv/jaunumi/zina/")


def test_without_rights_on_the_page(client: Client, django_user_model: Any, page: Any) -> None:
    user = django_user_model.objects.create_user("v", "v@example.org", "parole")
    user.groups.add(make_group(ENTER))
    client.force_login(user)
    assert edit_link(page) not in bar(client, page.url)


def test_readers_get_nothing(client: Client, page: Any) -> None:
    response = client.get(reverse("govlab_userbar"), {"path": page.url}, headers=SCRIPT)
    assert response.status_code == 403
    assert "wagtail-userbar" not in client.get(page.url).content.decode()


def test_readers_and_editors_get_the_same_bytes(
    client: Client, admin_client: Client, page: Any
) -> None:
    """Pages, lists, search, what is in place of a page, and other forms of it; cached or not."""
    gone = publish(make_news(page.get_parent()))
    assert client.get(gone.url).status_code == 200
    gone.unpublish()
    admin_client.get(reverse("wagtailadmin_home"))
    assert "govlab_editor" in admin_client.cookies
    for path, status in (
        (page.url, 200),
        (f"{page.url}index.md", 200),
        (page.get_parent().url, 200),
        (f"{page.get_parent().url}feed.atom", 200),
        ("/lv/meklet/?q=zina", 200),
        ("/lv/nav-tadas/", 404),
        (gone.url, 410),
    ):
        editor, reader = admin_client.get(path), client.get(path)
        assert (path, editor.status_code, reader.status_code) == (path, status, status)
        assert editor.content == reader.content, path
        assert editor.get("ETag") == reader.get("ETag")
        assert not reader.cookies
        assert "Cookie" not in reader.get("Vary", "")


def test_a_preview_has_the_bar_for_the_checks(editor_client: Client, page: Any) -> None:
    preview = editor_client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert "wagtail-userbar" in preview.content.decode()


def test_the_bar_is_kept_by_no_cache(editor_client: Client, page: Any) -> None:
    response = editor_client.get(reverse("govlab_userbar"), {"path": page.url}, headers=SCRIPT)
    assert "private" in response["Cache-Control"]
    assert "no-store" in response["Cache-Control"]
