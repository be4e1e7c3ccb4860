"""Both languages of a page stand in the log together, from the first draft of a translation on."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation

from tests.factories import make_standard, translate_page
from tests.factories import publish as publish_in_code

from .admin import post, publish, unpublish
from .portal import NOTHING, Portal

OnCommit = Callable[..., Any]


@pytest.fixture
def english() -> Locale:
    return Locale.objects.get(language_code="en")


@pytest.fixture
def english_home(portal: Portal, home: Any) -> Any:
    twin = translate_page(home, title="Home")
    assert set(portal.follow().documents) == {home.pk, twin.pk}
    return twin


def statuses(document: dict[str, Any]) -> dict[str, str]:
    return {link["locale"]: link["status"] for link in document["translations"]}


def submit(client: Client, page: Page, english: Locale) -> Translation:
    post(client, "wagtail_localize:submit_page_translation", page.pk, locales=str(english.pk))
    return Translation.objects.get(source__object_id=page.translation_key)


def write(client: Client, translation: Translation, source: str, text: str) -> None:
    segment = translation.source.stringsegment_set.get(string__data=source)
    url = reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk])
    answer = client.post(url, {f"text-{segment.string_id}-{segment.context_id}": text})
    assert answer.status_code == 302, answer.content


def test_copy_for_translation_is_a_draft(portal: Portal, home: Any, english: Locale) -> None:
    twin = home.copy_for_translation(english)
    assert not twin.live
    assert portal.follow() == NOTHING


def test_alias_in_another_language_is_a_draft(
    portal: Portal, editor_client: Client, home: Any, english: Locale
) -> None:
    """It holds the original's language, and keeps it from nothing."""
    twin = home.copy_for_translation(english, alias=True)
    assert not twin.live
    assert portal.follow() == NOTHING
    publish(editor_client, home, title="Cits sākums")
    assert set(portal.follow().documents) == {home.pk}
    twin.refresh_from_db()
    assert (twin.title, twin.live) == ("Cits sākums", False)


@pytest.mark.usefixtures("english_home")
def test_translate_and_publish(
    portal: Portal,
    editor_client: Client,
    home: Any,
    english: Locale,
    django_capture_on_commit_callbacks: OnCommit,
) -> None:
    page = publish_in_code(make_standard(home, title="Lapa latviski", slug="lapa"))
    portal.follow()
    with django_capture_on_commit_callbacks(execute=True):
        translation = submit(editor_client, page, english)
    twin = page.get_translation(english)
    assert not twin.live
    assert portal.follow() == NOTHING

    write(editor_client, translation, "Lapa latviski", "A page in English")
    write(editor_client, translation, "Kopsavilkums.", "Summary.")
    write(editor_client, translation, "lapa", "page")
    assert portal.follow() == NOTHING, "nothing is public yet"

    with django_capture_on_commit_callbacks(execute=True):
        answer = editor_client.post(
            reverse("wagtailadmin_pages:edit", args=[twin.pk]),
            {"action-publish": "action-publish"},
        )
    assert answer.status_code == 302
    assert set(portal.follow().documents) == {page.pk, twin.pk}
    assert portal[twin]["title"] == "A page in English"
    assert portal[twin]["path"].startswith("/en/")
    assert portal[twin]["breadcrumbs"][0]["title"] == "Home"
    assert statuses(portal[page]) == {"lv": "original", "en": "current"}


@pytest.mark.usefixtures("english_home")
def test_source_changes_and_the_translation_is_outdated(
    portal: Portal, editor_client: Client, home: Any
) -> None:
    page = publish_in_code(make_standard(home))
    twin = translate_page(page, title="Page")
    portal.follow()
    publish(editor_client, page, summary="Mainīts.")
    assert set(portal.follow().documents) == {page.pk, twin.pk}
    assert portal[twin]["translation"]["status"] == "outdated"
    assert portal[twin]["summary"] == "Kopsavilkums."

    translation = Translation.objects.get(source__object_id=page.translation_key)
    data = {"publish_translations": "on"}
    post(editor_client, "wagtail_localize:update_translations", translation.source_id, **data)
    portal.follow()
    assert portal[twin]["translation"]["status"] == "outdated", "nobody translated the new text"

    translate_page(page, title="Page", summary="Changed.")
    portal.follow()
    assert portal[twin]["translation"]["status"] == "current"
    assert portal[twin]["summary"] == "Changed."


@pytest.mark.usefixtures("english_home")
def test_unpublish_in_one_language(portal: Portal, editor_client: Client, home: Any) -> None:
    page = publish_in_code(make_standard(home))
    twin = translate_page(page, title="Page")
    portal.follow()
    unpublish(editor_client, twin)
    changes = portal.follow()
    assert (list(changes.documents), changes.withdrawn) == ([page.pk], {twin.pk: "unpublished"})
    assert statuses(portal[page]) == {"lv": "original"}


@pytest.mark.usefixtures("english_home")
def test_provenance(portal: Portal, home: Any, english: Locale) -> None:
    page = publish_in_code(make_standard(home))
    twin = translate_page(page, title="Page")
    portal.follow()
    assert portal[twin]["translation"]["provenance"] == "human"
    for string in StringTranslation.objects.filter(context__object_id=page.translation_key):
        string.translation_type = StringTranslation.TRANSLATION_TYPE_MACHINE
        string.save()
    portal.follow()
    assert portal[twin]["translation"]["provenance"] == "machine"


def test_no_longer_translated(portal: Portal, editor_client: Client, home: Any) -> None:
    page = publish_in_code(make_standard(home))
    translate_page(home, title="Home")
    twin = translate_page(page, title="Page")
    portal.follow()
    translation = Translation.objects.get(source__object_id=page.translation_key)
    url = reverse("wagtail_localize:stop_translation", args=[translation.pk])
    editor_client.post(url, {"next": "/admin/"})
    portal.follow()
    assert twin in portal


def test_link_in_the_language_of_the_page(
    portal: Portal, english_home: Any, home: Any, english: Locale
) -> None:
    target = publish_in_code(make_standard(home, slug="merkis"))
    html = f'<p><a linktype="page" id="{target.pk}">te</a></p>'
    page = publish_in_code(make_standard(home, body=[("rich_text", html)]))
    twin = translate_page(page, title="Page")
    portal.follow()
    assert "/lv/merkis/" in portal[twin]["body"][0]["html"], "there is no English one yet"
    translate_page(target, title="Target")
    portal.follow()
    assert "/en/merkis/" in portal[twin]["body"][0]["html"]
    assert "/lv/merkis/" in portal[page]["body"][0]["html"]
