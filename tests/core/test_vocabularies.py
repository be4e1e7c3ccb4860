"""A term's slug names it in addresses: one for each term of a language, never none."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation

from govlab.core.vocabularies import Topic
from tests.factories import make_topic
from tests.factories.terms import latvian

pytestmark = pytest.mark.django_db


@pytest.fixture
def english() -> Locale:
    latvian()
    return Locale.objects.get_or_create(language_code="en")[0]


def add(client: Client, **fields: str) -> Any:
    data = {"name": "", "description": "", "slug": ""} | fields
    return client.post(reverse("wagtailsnippets_core_topic:add"), data)


@pytest.mark.parametrize(
    ("name", "slug"), [("Kazas", ""), ("kāzas!", ""), ("Citas", "kazas"), ("KĀZAS", "")]
)
def test_a_slug_that_is_taken_is_a_form_error(
    editor_client: Client, english: Locale, name: str, slug: str
) -> None:
    make_topic("Kāzas")
    response = add(editor_client, name=name, slug=slug)
    assert response.status_code == 200
    assert "slug" in response.context["form"].errors
    assert Topic.objects.count() == 1


@pytest.mark.parametrize("name", ["!!!", "🎉", "Данные", "—", "数据", "   ?"])
def test_a_name_that_gives_no_slug_asks_for_one(
    editor_client: Client, english: Locale, name: str
) -> None:
    response = add(editor_client, name=name)
    assert "slug" in response.context["form"].errors
    assert add(editor_client, name=name, slug="dati").status_code == 302
    assert Topic.objects.get().slug == "dati"


def test_editing_asks_the_same(editor_client: Client, english: Locale) -> None:
    make_topic("Kāzas")
    topic = make_topic("Dati")
    edit = reverse("wagtailsnippets_core_topic:edit", args=[topic.pk])
    for slug in ("kazas", "Kā zas"):
        response = editor_client.post(edit, {"name": "Dati", "description": "", "slug": slug})
        assert "slug" in response.context["form"].errors
    response = editor_client.post(edit, {"name": "Dati", "description": "", "slug": "dati"})
    assert response.status_code == 302


def test_the_same_slug_in_another_language_is_another_matter(english: Locale) -> None:
    make_topic("Dati")
    make_topic("Dati", locale=english)


@pytest.mark.parametrize("fields", [{"name": "Kazas"}, {"name": "?"}, {"name": "X", "slug": "ā b"}])
def test_code_gets_a_validation_error(fields: dict[str, str]) -> None:
    make_topic("Kāzas")
    with pytest.raises(ValidationError) as error:
        make_topic(**fields)
    assert set(error.value.error_dict) == {"slug"}


def submit(client: Client, topic: Topic, locale: Locale) -> Any:
    address = reverse(
        "wagtail_localize:submit_snippet_translation", args=["core", "topic", topic.pk]
    )
    return client.post(address, {"locales": [locale.pk]})


def test_a_submitted_term_gets_a_free_slug(editor_client: Client, english: Locale) -> None:
    make_topic("Data", slug="dati", locale=english)
    topic = make_topic("Dati")
    assert submit(editor_client, topic, english).status_code == 302
    translated = topic.get_translation(english)
    assert translated.slug == "dati-2"
    translated.save()
    assert translated.slug == "dati-2"


def test_the_translation_editor_says_that_a_slug_is_taken(
    editor_client: Client, english: Locale
) -> None:
    make_topic("Weddings", slug="weddings", locale=english)
    topic = make_topic("Kāzas")
    submit(editor_client, topic, english)
    translated = topic.get_translation(english)
    address = reverse("wagtailsnippets_core_topic:edit", args=[translated.pk])
    translate_slug(topic, english, "weddings")
    response = editor_client.post(address, follow=True)
    assert response.status_code == 200
    [reason] = BeautifulSoup(response.content, "html.parser").select("[data-row] .error-message")
    assert "jau lieto cits jēdziens" in reason.text
    translated.refresh_from_db()
    assert translated.slug == "kazas"
    translate_slug(topic, english, "the-weddings")
    editor_client.post(address, follow=True)
    translated.refresh_from_db()
    assert translated.slug == "the-weddings"


def translate_slug(topic: Topic, locale: Locale, text: str) -> None:
    for segment in StringSegment.objects.filter(source__object_id=topic.translation_key):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=locale,
            context=segment.context,
            defaults={
                "data": text if segment.context.path == "slug" else "Weddings",
                "has_error": False,
            },
        )
