"""A site's languages as Wagtail has them, whatever they are."""

from typing import Any

import pytest

from govlab.delivery import languages


@pytest.fixture
def regions(settings: Any) -> Any:
    settings.LANGUAGE_CODE = "pt-br"
    settings.LANGUAGES = [("pt-br", "Português"), ("de", "Deutsch"), ("en", "English")]
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES[:2]
    del settings.WAGTAILADMIN_PERMITTED_LANGUAGES
    return settings


def test_codes_with_regions(regions: Any) -> None:
    assert languages.content_languages() == ["pt-br", "de"]
    assert languages.default_language() == "pt-br"
    assert languages.content_language("de-at") == "de"
    assert languages.content_language("en") == "pt-br"


def test_one_language_without_more_said(regions: Any) -> None:
    """As `wagtail start` leaves it: Django's own list of languages is no site's."""
    regions.LANGUAGE_CODE = "en-us"
    del regions.WAGTAIL_CONTENT_LANGUAGES
    assert languages.content_languages() == ["en"]
    assert languages.default_language() == "en"
    assert list(languages.editors_languages()) == ["en", "en-us"]


def test_editors_languages_are_those_of_the_administration(regions: Any) -> None:
    assert list(languages.editors_languages()) == ["pt-br", "de"]
    regions.WAGTAILADMIN_PERMITTED_LANGUAGES = [("en", "English"), ("pt-br", "Português")]
    assert list(languages.editors_languages()) == ["en", "pt-br"]


def test_a_path_has_the_language_that_it_is_served_in(regions: Any) -> None:
    assert languages.language_of_path("/de/nachrichten/") == "de"
    assert languages.language_of_path("/documents/1/x.pdf") == "pt-br"
    regions.ROOT_URLCONF = "govlab.delivery.urls"  # which has no prefixes
    assert languages.language_of_path("/de/") == "pt-br"
