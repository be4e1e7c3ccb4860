"""The form of a page makes the slug of a new page from its title."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from tests.factories import make_news, make_news_index, publish

from .forms import form_errors, served_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(home: Any) -> Any:
    return publish(make_news_index(home, slug="jaunumi"))


def send(client: Client, index: Page, **fields: str) -> Any:
    address = reverse("wagtailadmin_pages:add", args=["news", "newspage", index.pk])
    form = served_form(client.get(address).content.decode())
    typed = {"summary": "Kopsavilkums.", "action-publish": "1"}
    return client.post(address, form | typed | fields)


@pytest.mark.parametrize(
    ("title", "taken", "slug"),
    [
        ("Ķekavā pļauj šķūnī", "", "kekava-plauj-skuni"),
        ("Ziņa", "zina", "zina-2"),
        ("“Ātri” -", "", "atri"),
        ("Ā" * 255, "", "a" * 240),
    ],
)
def test_empty_slug_of_a_new_page(
    admin_client: Client, index: Any, title: str, taken: str, slug: str
) -> None:
    if taken:
        publish(make_news(index, slug=taken))
    response = send(admin_client, index, title=title)
    assert response.status_code == 302, form_errors(response)
    index.refresh_from_db()
    assert index.get_children().live().latest("pk").slug == slug


def test_title_without_letters_needs_a_slug(admin_client: Client, index: Any) -> None:
    response = send(admin_client, index, title="?!")
    assert list(response.context["form"].errors) == ["slug"]


def test_chosen_slug_that_is_taken_is_refused(admin_client: Client, index: Any) -> None:
    publish(make_news(index, slug="zina"))
    response = send(admin_client, index, title="Cita ziņa", slug="zina")
    assert list(response.context["form"].errors) == ["slug"]
