"""What shows a page is said in words before it goes, and only as far as the account may see it."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, ReferenceIndex

from govlab.delivery.log import relay
from govlab.editing.shown_by.places import shown_by
from tests.factories import (
    make_case,
    make_case_index,
    make_document,
    make_image,
    make_standard,
    make_topic,
    publish,
    translate_page,
)
from tests.factories.accounts import ENTER, make_account, make_group, sign_in

pytestmark = pytest.mark.usefixtures("reference_index")

EDIT = ("add", "change", "publish")


def body_with_link(page: Page) -> str:
    text = f'<p><a linktype="page" id="{page.pk}">saite</a></p>'
    return json.dumps([{"type": "rich_text", "value": text, "id": "a"}])


def linking(parent: Page, target: Page, title: str, **fields: Any) -> Any:
    return make_standard(parent, title, body=body_with_link(target), **fields)


@pytest.fixture
def target(home: Any) -> Any:
    publish(home)
    return publish(make_standard(home, "Mērķis", show_in_menus=True))


@pytest.fixture
def editor(home: Any) -> Any:
    return make_account(make_group(ENTER, pages={home: EDIT}))


def titles(target: Any, account: Any) -> set[str]:
    return {place.title for place in shown_by([target], account).pages}


def test_pages_that_link_to_it(home: Any, target: Any, editor: Any) -> None:
    linking(home, target, "Saista")
    linking(home, target, "Melnraksts saista", live=False)
    make_standard(home, "Nesaista")
    relay.drain()
    found = shown_by([target], editor)
    assert {place.title: place.is_public for place in found.pages} == {
        "Saista": True,
        "Melnraksts saista": False,
    }
    assert all(place.how and place.url for place in found.pages)


def test_what_links_to_its_translation_shows_it_too(home: Any, target: Any) -> None:
    """The English page links to the Latvian one, and leads readers to the English one."""
    english_home = translate_page(home, title="Home", summary="Summary.")
    english = translate_page(target, title="Target", summary="Summary.")
    publish(linking(english_home, target, "Links"))
    relay.drain()
    account = make_account(make_group(ENTER, pages={english_home: EDIT}))
    assert titles(english, account) == {"Links"}
    assert titles(target, account) == {"Links"}


def test_pages_below_are_no_places_that_show_it(home: Any, target: Any, editor: Any) -> None:
    """Their breadcrumbs name it, but they go with it."""
    child = publish(make_standard(target, "Apakšā"))
    linking(home, child, "Saista zemāk")
    relay.drain()
    assert titles(target, editor) == {"Saista zemāk"}


def test_titles_that_the_account_may_not_see_are_counted(home: Any, target: Any) -> None:
    english_home = translate_page(home, title="Home", summary="Summary.")
    english = translate_page(target, title="Target", summary="Summary.")
    linking(home, target, "Slepens melnraksts", live=False)
    closed = linking(home, english, "Slēgta lapa")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    Redirect.add_redirect("/vecs", english)
    relay.drain()
    account = make_account(make_group(ENTER, pages={english_home: EDIT}))
    found = shown_by([english, target], account)
    assert (found.pages, found.hidden) == ([], 2)
    assert (found.redirects, found.hidden_redirects) == ([], 1)
    page = sign_in(account).get(reverse("wagtailadmin_pages:unpublish", args=[english.pk]))
    assert "Slēgta lapa" not in page.content.decode()


def test_menus_and_redirects(target: Any, admin_user: Any) -> None:
    Redirect.add_redirect("/vecs", target)
    relay.drain()
    found = shown_by([target], admin_user)
    assert len(found.menus) == 1
    assert [place.title for place in found.redirects] == ["/vecs"]


@pytest.mark.parametrize("kind", ["image", "file", "term"])
def test_pictures_files_and_terms(home: Any, admin_user: Any, kind: str) -> None:
    index = publish(make_case_index(home))
    case = make_case(index, "Rāda")
    things = {"image": make_image, "file": make_document, "term": make_topic}
    thing = things[kind]()
    if kind == "image":
        case.listing_image = thing
    elif kind == "file":
        case.attachments.create(document=thing)
    else:
        case.topics.create(topic=thing)
    publish(case)
    relay.drain()
    assert titles(thing, admin_user) == {"Rāda"}


@pytest.mark.parametrize("view", ["delete", "unpublish", "move_confirm"])
def test_the_confirmations_say_it(home: Any, target: Any, editor_client: Any, view: str) -> None:
    other = make_standard(home, "Cita vieta")
    linking(home, target, "Saista")
    relay.drain()
    arguments = [target.pk, other.pk] if view == "move_confirm" else [target.pk]
    text = editor_client.get(reverse(f"wagtailadmin_pages:{view}", args=arguments)).content.decode()
    assert "Saista" in text


@pytest.mark.parametrize("action", ["delete", "unpublish", "move"])
def test_the_bulk_confirmations_say_it_once(
    home: Any, target: Any, editor_client: Any, action: str
) -> None:
    linking(home, target, "Saista")
    relay.drain()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    text = editor_client.get(f"{address}?id={target.pk}").content.decode()
    assert text.count("Saista") == 1


def test_a_fixed_number_of_queries(home: Any, target: Any, editor: Any) -> None:
    def count() -> int:
        account = type(editor).objects.get(pk=editor.pk)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            shown_by([target], account)
        return len(queries)

    linking(home, target, "Saista")
    relay.drain()
    ReferenceIndex.objects.count()
    count()
    few = count()
    for number in range(20):
        linking(home, target, f"Saista {number}")
    relay.drain()
    assert count() == few
