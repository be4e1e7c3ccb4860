"""Latvian text never stands under /en/, whichever way an editor goes."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from tests.factories import make_news, make_news_index, make_standard, publish, translate_page

LATVIAN = "Tikai latviski"


def submit(client: Client, page: Any) -> Any:
    """Answers the form behind “Translate this page”."""
    english = Locale.objects.get(language_code="en")
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return client.post(address, {"locales": [english.pk]}, follow=True)


def public_english(client: Client, page: Any) -> bool:
    english = page.get_translations().filter(locale__language_code="en").first()
    return english is not None and client.get(english.url or "/nowhere/").status_code == 200


def test_a_new_translation_is_a_draft(
    editor_client: Client, client: Client, home: Any, english_home: Any
) -> None:
    page = publish(make_standard(home, LATVIAN))
    assert submit(editor_client, page).status_code == 200
    assert page.get_translations().count() == 1
    assert not public_english(client, page)


def test_an_untranslated_text_stops_publishing(
    editor_client: Client, client: Client, home: Any, english_home: Any
) -> None:
    page = publish(make_standard(home, LATVIAN))
    submit(editor_client, page)
    english = page.get_translation(Locale.objects.get(language_code="en"))
    address = reverse("wagtailadmin_pages:edit", args=[english.pk])
    answer = editor_client.post(address, {"action-publish": "action-publish"}, follow=True)
    *_saved, message = (str(message).strip() for message in answer.context["messages"])
    assert message.startswith("„Tikai latviski” nav publicēta. Vēl nav iztulkoti 3 teksti: ")
    assert "„Tikai latviski”" in message, "the texts are named"
    assert not public_english(client, page)


def test_a_complete_translation_is_published(
    editor_client: Client,
    client: Client,
    home: Any,
    english_home: Any,
    django_capture_on_commit_callbacks: Any,
) -> None:
    page = publish(make_standard(home, LATVIAN))
    english = translate_page(page, title="In English", summary="All of it.")
    english.unpublish()
    address = reverse("wagtailadmin_pages:edit", args=[english.pk])
    with django_capture_on_commit_callbacks(execute=True):
        editor_client.post(address, {"action-publish": "action-publish"})
    assert public_english(client, page)


@pytest.mark.parametrize(("summary", "shown"), [("Mainīts.", False), ("Kopsavilkums.", True)])
def test_an_update_publishes_only_what_is_translated(
    editor_client: Client,
    home: Any,
    english_home: Any,
    django_capture_on_commit_callbacks: Any,
    summary: str,
    shown: bool,
) -> None:
    page = publish(make_standard(home, LATVIAN))
    english = translate_page(page, title="In English", summary="All of it.")
    Page.objects.filter(pk=english.pk).update(live=False)
    page.summary = summary
    publish(page)
    source = TranslationSource.objects.get_for_instance(page)
    address = reverse("wagtail_localize:update_translations", args=[source.pk])
    with django_capture_on_commit_callbacks(execute=True):
        editor_client.post(address, {"publish_translations": "on"})
    assert type(page).objects.get(pk=english.pk).live is shown


def test_a_page_is_not_translated_before_its_parent(
    editor_client: Client, home: Any, english_home: Any
) -> None:
    index = publish(make_news_index(home))
    news = publish(make_news(index, LATVIAN))
    address = reverse("wagtail_localize:submit_page_translation", args=[news.pk])
    answer = editor_client.get(address, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("govlab_translation_report")
    assert index.title in str(next(iter(answer.context["messages"])))
    submit(editor_client, news)
    assert not Translation.objects.filter(source__object_id=news.translation_key).exists()
    assert not index.get_translations().exists()
