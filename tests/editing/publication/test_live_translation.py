"""What is live in English stays as it is until somebody publishes."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import SegmentOverride, StringTranslation
from wagtail_localize.operations import translate_object

from tests.editing.forms import edit
from tests.editing.publication.ways import translation_of
from tests.editing.translating import edit_url, value_field, write
from tests.factories import make_image, make_mission, make_standard, publish, translate_page

LINK = "https://example.org/"


@pytest.fixture
def english(home: Any, english_home: Any) -> Any:
    page = publish(make_standard(home, "Par mums", slug="par-mums", summary="Kas mēs esam."))
    return translate_page(page, title="About us", slug="about-us", summary="Who we are.")


def translate(page: Any, field: str, text: str) -> StringTranslation:
    translated = StringTranslation.objects.get(
        context__object_id=page.translation_key, context__path=field
    )
    translated.data = text
    translated.save()
    return translated


def stored(page: Any) -> Any:
    return type(page).objects.get(pk=page.pk)


def test_a_draft_of_a_translation_leaves_the_live_page_alone(english: Any) -> None:
    translate(english, "title", "About the team")
    translation_of(english).save_target(publish=False)
    assert (stored(english).title, stored(english).live) == ("About us", True)
    assert stored(english).has_unpublished_changes
    assert stored(english).get_latest_revision_as_object().title == "About the team"


def test_submitting_again_leaves_the_live_page_alone(english: Any, admin_user: Any) -> None:
    """As submitting a page with all below it does."""
    source = english.get_translations().get().specific
    source.summary = "Jauns kopsavilkums."
    source = publish(source)
    translate_object(source, [english.locale], user=admin_user)
    assert (stored(english).summary, stored(english).live) == ("Who we are.", True)


def test_publishing_takes_the_texts_over(english: Any, admin_user: Any) -> None:
    translate(english, "title", "About the team")
    translation_of(english).save_target(user=admin_user, publish=True)
    assert stored(english).title == "About the team"
    assert stored(english).live_revision.user == admin_user


def test_rows_are_translated_in_drafts_too(home: Any, english_home: Any) -> None:
    mission = make_mission(home, slug="misija")
    mission.vision.create(text="Redzējums.", locale=mission.locale)
    english = translate_page(publish(mission), title="Mission", slug="mission", summary="What for.")
    # The rest still reads as the original, and is taken to be meant so.
    assert [row.text for row in stored(english).vision.all()] == ["Redzējums."]
    text = StringTranslation.objects.get(context__path__startswith="vision.")
    text.data = "A vision."
    text.save()
    translation_of(english).save_target(publish=False)
    assert [row.text for row in stored(english).vision.all()] == ["Redzējums."]
    translation_of(english).save_target(publish=True)
    assert [row.text for row in stored(english).vision.all()] == ["A vision."]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//evil.example/", "ftp://x.example/"])
def test_an_unsafe_link_of_the_translation_is_refused(
    editor_client: Client, home: Any, english_home: Any, address: str
) -> None:
    mission = make_mission(home, slug="misija", why=f'<p>Lasi <a href="{LINK}">šeit</a>.</p>')
    english = translate_page(publish(mission), title="Mission", slug="mission", summary="What for.")
    url = edit_url(english)
    editor_client.post(url, {value_field(english, "why."): address})
    assert address in editor_client.get(url).content.decode()
    assert address in SegmentOverride.objects.get().field_error, "said beside the link"

    SegmentOverride.objects.update(has_error=False)
    answer = editor_client.post(url, {"action-publish": "action-publish"}, follow=True)
    *_saved, message = (str(message) for message in answer.context["messages"])
    assert address in message
    assert "why" not in message
    assert LINK in stored(english).why
    assert SegmentOverride.objects.get().has_error, "and again beside the link"


def test_a_text_over_the_limit_is_said_beside_it(editor_client: Client, english: Any) -> None:
    answer = write(editor_client, english, summary="a" * 301)
    assert "300" in BeautifulSoup(answer.content, "html.parser").select(".error-message")[0].text
    assert "a" * 301 in answer.content.decode(), "what was written stays"
    translation = translation_of(english)
    with pytest.raises(ValidationError):
        translation.save_target(publish=True)
    assert stored(english).summary == "Who we are."
    answer = write(editor_client, english, summary="Short.")
    assert not BeautifulSoup(answer.content, "html.parser").select(".error-message")
    translation.save_target(publish=True)
    assert stored(english).summary == "Short."


def test_what_was_chosen_and_is_gone_is_said(
    editor_client: Client, home: Any, english_home: Any
) -> None:
    page = publish(make_standard(home, "Ar attēlu", slug="ar-attelu", listing_image=make_image()))
    english = translate_page(page, title="With a picture", slug="picture", summary="It has one.")
    name = value_field(english, "listing_image")
    url, other = edit_url(english), make_image()
    refused = editor_client.post(url, {name: "987654"})
    assert refused.context["form"].errors[name]
    editor_client.post(url, {name: other.pk})
    assert stored(english).get_latest_revision_as_object().listing_image == other
    other.delete()
    answer = editor_client.post(url, {"action-publish": "action-publish"}, follow=True)
    assert answer.status_code == 200
    assert "vairs nav" in [str(message) for message in answer.context["messages"]][-1]


def test_a_stopped_page_keeps_what_was_typed_when_publishing_is_refused(
    editor_client: Client, untranslated: Any
) -> None:
    translation = translation_of(untranslated)
    translation.enabled = False
    translation.save()
    page = edit(
        editor_client, untranslated, title="About us", **{"action-publish": "action-publish"}
    )
    assert not page.live
    assert page.get_latest_revision_as_object().title == "About us"
    answer = editor_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    texts = [str(message) for message in answer.context["messages"]]
    assert any("„About us” nav publicēta" in text for text in texts)
    assert any(reverse("govlab_same_texts", args=[page.pk]) in text for text in texts)


def test_tree_is_sound(english: Any) -> None:
    assert not any(Page.find_problems()[:4])
