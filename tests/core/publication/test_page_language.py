"""A page stands in the tree of its language: the address below a root is in the root's."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.actions.copy_page import CopyPageAction
from wagtail.models import Page, Site
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation

from govlab.delivery.documents.tree import PublicTree
from govlab.delivery.log import audit, relay
from govlab.delivery.log.rebuild import rebuild
from govlab.delivery.models import Document
from tests.delivery.log.admin import bulk
from tests.factories import make_standard, publish, translate_page


@pytest.fixture
def english(home: Any) -> Any:
    publish(home)
    return translate_page(home, title="Home")


@pytest.fixture
def page(home: Any, english: Any) -> Any:
    page = publish(make_standard(home, "Lapa", slug="lapa"))
    publish(make_standard(page, "Zem tās"))
    return page


def pages_in(parent: Any) -> int:
    return int(Page.objects.get(pk=parent.pk).get_descendants().count())


@pytest.mark.parametrize("options", [{}, {"alias": "on"}, {"copy_subpages": "on"}])
@pytest.mark.parametrize(
    ("language", "words"), [("en", "Translate the page instead."), ("lv", "Lapu iztulkojiet")]
)
def test_copying_says_why_not(
    editor_client: Client,
    admin_user: Any,
    english: Any,
    page: Any,
    options: dict[str, str],
    language: str,
    words: str,
) -> None:
    UserProfile.objects.update_or_create(user=admin_user, defaults={"preferred_language": language})
    data = {"new_title": "K", "new_slug": "k", "new_parent_page": english.pk, **options}
    answer = editor_client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert pages_in(english) == 0


def test_moving_says_why_not(editor_client: Client, english: Any, page: Any) -> None:
    url = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, english.pk])
    for answer in (editor_client.get(url, follow=True), editor_client.post(url, follow=True)):
        assert "Lapu iztulkojiet" in answer.content.decode()
    assert pages_in(english) == 0


def test_moving_many_is_refused(editor_client: Client, english: Any, page: Any) -> None:
    with pytest.raises(AssertionError):
        bulk(editor_client, "move", [page], chooser=english.pk)
    assert pages_in(english) == 0


def test_code_is_refused(english: Any, page: Any) -> None:
    with pytest.raises(ValidationError, match="Lapu iztulkojiet"):
        Page.objects.get(pk=page.pk).move(english, "last-child")
    with pytest.raises(ValidationError, match="Lapu iztulkojiet"):
        CopyPageAction(page, to=english, recursive=True).execute(skip_permission_checks=True)
    with pytest.raises(ValidationError, match="Lapu iztulkojiet"):
        page.create_alias(parent=english, update_slug="aizstajejs")
    with pytest.raises(ValidationError, match="Lapu iztulkojiet"):
        make_standard(english, locale=page.locale, live=False)
    assert pages_in(english) == 0


def test_in_its_own_language_all_of_it_works(home: Any, english: Any, page: Any) -> None:
    other = publish(make_standard(home, "Cita"))
    CopyPageAction(page, to=other, recursive=True, update_attrs={"slug": "kopija"}).execute(
        skip_permission_checks=True
    )
    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=other.pk), "last-child", None)
    assert pages_in(other) == 4


def test_a_translation_goes_to_its_languages_tree(english: Any, page: Any) -> None:
    twin = translate_page(page, title="Page")
    assert twin.get_parent().pk == english.pk
    assert Translation.objects.exists()


def test_a_page_that_stands_there_is_public_nowhere(
    client: Client, english: Any, page: Any
) -> None:
    """As databases may have it from before the rule."""
    stray = publish(make_standard(english, slug="klaidone"))
    relay.drain()
    Page.objects.filter(pk=stray.pk).update(locale=page.locale)
    assert [found.page_id for found in audit.differences()] == [stray.pk]
    rebuild(lambda done, total: None)
    document = Document.objects.get(pk=stray.pk)
    assert (document.live, document.reason) == (False, "outside_site")
    assert client.get("/en/klaidone/").status_code == 410


def test_an_address_that_wagtail_has_late(home: Any, page: Any) -> None:
    """A page that was made while its parent's address changed."""
    child = page.get_children().get()
    relay.drain()
    Page.objects.filter(pk=child.pk).update(url_path="/sakums/veca/zem/")
    (found,) = audit.differences()
    assert (found.page_id, found.path) == (child.pk, f"/lv/lapa/{child.slug}/")
    assert "manage.py set_url_paths" in found.message
    call_command("set_url_paths")
    assert list(audit.differences()) == []


def test_an_address_that_another_view_answers(home: Any, english: Any) -> None:
    """One that was there before the view was."""
    taken = publish(make_standard(home, slug="cita"))
    relay.drain()
    url_path = f"{home.url_path}meklet/"
    Page.objects.filter(pk=taken.pk).update(slug="meklet", url_path=url_path)
    rebuild(lambda done, total: None)
    found = list(audit.differences())
    assert [difference.page_id for difference in found] == [taken.pk]
    assert "resolves to" in found[0].message


def test_two_sites_in_two_languages(home: Any, english: Any, page: Any) -> None:
    """Each root is its own site's, whatever the order of the records."""
    Site.objects.create(hostname="zzz.example", root_page=english)
    Site.objects.create(hostname="aaa.example", root_page=page)
    tree = PublicTree()
    assert tree.location(Page.objects.get(pk=english.pk))[1] == "http://zzz.example/en/"
    assert tree.location(Page.objects.get(pk=page.pk))[1] == "http://aaa.example/lv/"
    assert tree.location(Page.objects.get(pk=home.pk))[1] == "http://testserver/lv/"
