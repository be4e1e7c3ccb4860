"""The languages of a site, as Wagtail has them: one or many, with prefixes in paths or without."""

from collections.abc import Iterable

from django.conf import settings
from django.conf.urls.i18n import is_language_prefix_patterns_used
from django.urls import get_urlconf
from django.utils.translation import get_language_from_path
from wagtail.coreutils import get_content_languages, get_supported_content_language_variant


def content_languages() -> list[str]:
    """Codes of the languages that pages may be in: of their locales."""
    return list(get_content_languages())


def default_language() -> str:
    """The language that others are translated from."""
    return content_language(settings.LANGUAGE_CODE)


def content_language(code: str) -> str:
    """The language of pages for a language of the interface: `en` for `en-us`, where pages are in
    `en`. The first of them for a language that there are no pages in."""
    try:
        return str(get_supported_content_language_variant(code))
    except LookupError:
        return content_languages()[0]


def editors_languages() -> Iterable[str]:
    """What editors are told something in that is stored in words."""
    permitted = getattr(settings, "WAGTAILADMIN_PERMITTED_LANGUAGES", None)
    codes = [code for code, _ in permitted] if permitted else content_languages()
    return dict.fromkeys([*codes, settings.LANGUAGE_CODE])


def language_of_path(path: str) -> str:
    """The language that a request for the path is answered in."""
    prefixed, _ = is_language_prefix_patterns_used(get_urlconf() or settings.ROOT_URLCONF)
    return (get_language_from_path(path) if prefixed else None) or settings.LANGUAGE_CODE
