"""What the server does with copies that the browser keeps: shows them, and says what arrived."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale

from govlab.core.vocabularies import Topic
from govlab.editing.keeping.account import COOKIE
from govlab.editing.keeping.requests import ARRIVED, COPY, RESTORE, SAVED, SHOWN
from search.models import SearchSynonym
from tests.editing.forms import served_form
from tests.factories import make_news, make_news_index

COPY_ID = "0c6d2a7e-kopija"
AT = "2026-11-27T12:03:00.000Z"


def arrival(response: Any) -> str:
    cookie = response.cookies.get(f"{ARRIVED}{COPY_ID}")
    return cookie.value if cookie else ""


@pytest.fixture
def page(home: Any) -> Any:
    return make_news(make_news_index(home), summary="Vecais.")


def send(client: Client, address: str, **fields: str) -> Any:
    form = served_form(client.get(address).content.decode())
    return client.post(address, form | {COPY: COPY_ID} | fields)


def test_a_page_is_shown_as_typed_and_not_saved(editor_client: Client, page: Any) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    typed = {"summary": "Jaunais.", RESTORE: AT, "action-publish": "1"}
    response = send(editor_client, address, **typed)
    assert response.status_code == 200
    assert served_form(response.content.decode())["summary"].strip() == "Jaunais."
    [message] = [str(message) for message in response.context["messages"]]
    assert "27.11.2026 14:03" in message
    assert not page.revisions.exists()
    page.refresh_from_db()
    assert page.summary == "Vecais."


def test_a_new_page_is_shown_and_not_created(editor_client: Client, home: Any) -> None:
    index = make_news_index(home)
    address = reverse("wagtailadmin_pages:add", args=["news", "newspage", index.pk])
    response = send(editor_client, address, title="Vēl bez adreses", **{RESTORE: "kaut kad"})
    assert served_form(response.content.decode())["title"] == "Vēl bez adreses"
    assert not index.get_children().exists()


def test_a_term_is_shown_and_not_saved(editor_client: Client, home: Any) -> None:
    topic = Topic.objects.create(locale=Locale.get_default(), name="Veselība")
    address = reverse("wagtailsnippets_core_topic:edit", args=[topic.pk])
    response = send(editor_client, address, name="Veselība un aprūpe", **{RESTORE: AT})
    assert served_form(response.content.decode())["name"] == "Veselība un aprūpe"
    topic.refresh_from_db()
    assert topic.name == "Veselība"


def test_texts_of_other_forms_are_listed_and_not_saved(editor_client: Client, home: Any) -> None:
    address = reverse("search_synonyms:add")
    response = send(editor_client, address, words="lieta\nproblēma", **{RESTORE: AT})
    assert response.status_code == 200
    assert "lieta\nproblēma" in response.content.decode()
    assert not SearchSynonym.objects.exists()


def test_saving_tells_the_browser(editor_client: Client, page: Any) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert arrival(send(editor_client, address, summary="Jaunais.")) == SAVED
    assert page.revisions.exists()


def test_a_refused_form_has_arrived_too(editor_client: Client, page: Any) -> None:
    response = send(editor_client, reverse("wagtailadmin_pages:edit", args=[page.pk]), date="rīt")
    assert response.status_code == 200
    assert arrival(response) == SHOWN


def test_what_a_lost_session_sends_has_not_arrived(editor_client: Client, page: Any) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = served_form(editor_client.get(address).content.decode())
    editor_client.logout()
    response = editor_client.post(address, form | {COPY: COPY_ID})
    assert response.status_code == 302
    assert arrival(response) == ""


@pytest.mark.parametrize("copy", ["", "x" * 100, "a=b; path=/", "../../admin"])
def test_invalid_ids_set_no_cookie(editor_client: Client, page: Any, copy: str) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = send(editor_client, address, **{COPY: copy})
    assert [name for name in response.cookies if name.startswith(ARRIVED)] == []


def test_the_cookie_names_each_account_differently(
    editor_client: Client, django_user_model: Any
) -> None:
    home = reverse("wagtailadmin_home")
    first = editor_client.get(home).cookies[COOKIE].value
    assert COOKIE not in editor_client.get(home).cookies
    editor_client.force_login(
        django_user_model.objects.create_superuser("cita", "c@example.org", "parole-testam")
    )
    assert editor_client.get(home).cookies[COOKIE].value not in {first, ""}
    del editor_client.cookies["sessionid"]
    assert editor_client.get(home).cookies[COOKIE].value == ""


def test_the_session_is_told_to_scripts(editor_client: Client) -> None:
    editor_client.get(reverse("wagtailadmin_home"))
    answer = editor_client.get(reverse("govlab_session")).json()
    assert answer["account"] == editor_client.cookies[COOKIE].value
    assert answer["csrf"]
