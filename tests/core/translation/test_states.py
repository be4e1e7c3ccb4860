from typing import Any

from govlab.core.translation.states import public_translations, translation_state
from govlab.delivery.schemas.page import TranslationStatus
from tests.factories import make_standard, publish, translate_page


def test_page_without_translation_record_is_an_original(home: Any) -> None:
    state = translation_state(make_standard(home))
    assert (state.status, state.source_locale) == (TranslationStatus.ORIGINAL, "lv")


def test_fresh_translation_is_current(home: Any) -> None:
    home = publish(home)
    translate_page(home, title="Home")
    page = publish(make_standard(home))
    english = translate_page(page, title="Page", summary="Summary.")
    assert translation_state(english).status == TranslationStatus.CURRENT


def test_translation_is_outdated_once_its_source_is_published_again(home: Any) -> None:
    home = publish(home)
    translate_page(home, title="Home")
    page = publish(make_standard(home))
    english = translate_page(page, title="Page")
    page.title = "Jauns virsraksts"
    page = publish(page)
    state = translation_state(english)
    assert state.status == TranslationStatus.OUTDATED
    assert state.source_changed_at == page.last_published_at


def test_translation_keeps_its_own_slug_when_the_source_is_taken_over_again(home: Any) -> None:
    home = publish(home)
    translate_page(home, title="Home")
    page = publish(make_standard(home, slug="par-mums"))
    translate_page(page, title="About us", slug="about-us")
    page.summary = "Cits kopsavilkums."
    page = publish(page)
    english = translate_page(page, title="About us", slug="about-us", summary="Another summary.")
    assert english.slug == "about-us"
    assert english.summary == "Another summary."


def test_drafts_are_not_public_translations(home: Any) -> None:
    home = publish(home)
    translate_page(home, title="Home")
    page = publish(make_standard(home))
    english = translate_page(page, title="Page")
    assert set(public_translations(page)) == {"lv", "en"}
    english.unpublish()
    assert set(public_translations(page)) == {"lv"}
