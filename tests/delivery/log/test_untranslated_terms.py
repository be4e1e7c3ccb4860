"""A term that was submitted for translation is no English term until somebody translates it."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from govlab.core.vocabularies import Topic
from govlab.delivery.log import audit, relay
from news.models import NewsTopic
from tests.factories import (
    make_institution,
    make_news,
    make_news_index,
    make_topic,
    publish,
    translate_page,
)
from tests.spaces import plain

from .portal import Portal


@pytest.fixture
def english() -> Locale:
    return Locale.objects.get(language_code="en")


@pytest.fixture
def topic(home: Any, english: Locale) -> Any:
    term = make_topic("Dati un atvērtība", slug="dati")
    translate_object(term, [english])
    return term


@pytest.fixture
def news(portal: Portal, home: Any, topic: Any, english: Locale) -> Any:
    """An English news item about the topic."""
    translate_page(publish(home), title="Home", slug="home", summary="It is about this.")
    index = make_news_index(home, slug="zinas")
    translate_page(publish(index), title="News", slug="news", summary="What is new.")
    item = make_news(index, slug="zina", institution=make_institution("Valsts kanceleja"))
    item.topics = [NewsTopic(topic=topic)]
    item = publish(item)
    twin = translate_page(item, title="An item", slug="item", summary="It is new.")
    portal.follow()
    return twin


def terms(client: Client, locale: str) -> list[str]:
    answer = client.get(f"/api/v1/terms/topic?locale={locale}").json()
    return [item["name"] for item in answer["items"]]


def translate(topic: Any, name: str) -> None:
    translation = Translation.objects.get(source__object_id=topic.translation_key)
    for segment in translation.source.stringsegment_set.all():
        path = segment.context.path
        StringTranslation.objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            data={"name": name, "slug": "data"}.get(path, path),
        )
    translation.save_target(publish=True)


def of_topic(document: dict[str, Any]) -> dict[str, str]:
    (term,) = (term for term in document["terms"] if term["vocabulary"] == "topic")
    return {name: term[name] for name in ("name", "slug", "locale")}


def test_untranslated_it_is_latvian(portal: Portal, client: Client, news: Any) -> None:
    assert Topic.objects.filter(locale__language_code="en").exists()
    assert of_topic(portal[news]) == {"name": "Dati un atvērtība", "slug": "dati", "locale": "lv"}
    assert terms(client, "en") == []
    assert terms(client, "lv") == ["Dati un atvērtība"]
    page = plain(client.get(news.url).content)
    assert '<span lang="lv">Dati un atvērtība</span>' in page
    assert '<dd lang="lv">Valsts kanceleja</dd>' in page
    listed = client.get(news.get_parent().url)
    assert "Dati un atvērtība" not in plain(listed.content)
    latvian = client.get("/lv/zinas/zina/").content.decode()
    assert 'lang="lv">Dati' not in latvian


def test_translated_it_is_english(portal: Portal, client: Client, news: Any, topic: Any) -> None:
    translate(topic, "Data and openness")
    assert news.pk in portal.follow().documents
    assert of_topic(portal[news]) == {"name": "Data and openness", "slug": "data", "locale": "en"}
    assert terms(client, "en") == ["Data and openness"]
    page = client.get(news.url).content.decode()
    assert '?topic=data">Data and openness</a>' in page
    assert "Data and openness" in client.get(news.get_parent().url).content.decode()


def test_the_same_name_written_once_more_is_a_translation(
    portal: Portal, client: Client, home: Any, english: Locale
) -> None:
    term = make_topic("Blockchain & AI", slug="blockchain")
    translate_object(term, [english])
    assert terms(client, "en") == []
    translate(term, "Blockchain &amp; AI")
    portal.follow()
    assert terms(client, "en") == ["Blockchain & AI"]


def test_a_saved_text_alone_makes_no_english_term(client: Client, topic: Any) -> None:
    """It is the term's only when somebody publishes it."""
    translation = Translation.objects.get(source__object_id=topic.translation_key)
    segment = translation.source.stringsegment_set.get(context__path="name")
    StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=translation.target_locale,
        data="Data",
    )
    assert terms(client, "en") == []


def test_the_log_agrees_with_the_pages(portal: Portal, news: Any, topic: Any) -> None:
    segment = Translation.objects.get(
        source__object_id=topic.translation_key
    ).source.stringsegment_set.get(context__path="name")
    StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=Locale.objects.get(language_code="en"),
        data=segment.string.data,
    )
    portal.follow()
    assert not list(audit.differences())
    assert of_topic(portal[news])["locale"] == "en"


def test_terms_cost_the_same_however_many(news: Any, english: Locale) -> None:
    def queries() -> int:
        relay.drain()
        with CaptureQueriesContext(connection) as captured:
            assert Client().get(news.url).status_code == 200
        return len(captured)

    def add(count: int) -> None:
        for _number in range(count):
            NewsTopic.objects.create(page=news, topic=make_topic(), locale=english)

    add(1)
    queries()
    add(1)
    one = queries()
    add(18)
    assert queries() == one


def test_publishing_an_incomplete_term_says_what_is_left(
    editor_client: Client, topic: Any, english: Locale
) -> None:
    term = Topic.objects.get(translation_key=topic.translation_key, locale=english)
    address = reverse("wagtailsnippets_core_topic:edit", args=[term.pk])
    answer = editor_client.post(address, follow=True)
    assert any("nav iztulkoti 2 teksti" in str(message) for message in answer.context["messages"])
