"""The languages of a site: one or several, with path prefixes or without."""

from collections.abc import Iterable

from django.conf import settings
from django.conf.urls.i18n import is_language_prefix_patterns_used
from django.urls import Resolver404, ResolverMatch, get_urlconf, resolve
from django.utils.translation import get_language_from_path, override
from wagtail.coreutils import get_content_languages, get_supported_content_language_variant


def content_languages() -> list[str]:
    """Return the language codes of content."""
    return list(get_content_languages())


def default_language() -> str:
    """Return the language that others are translated from."""
    return content_language(settings.LANGUAGE_CODE)


def content_language(code: str) -> str:
    """Return the content language for an interface language, such as `en` for `en-us`; by default
    the first content language."""
    try:
        return str(get_supported_content_language_variant(code))
    except LookupError:
        return content_languages()[0]


def editors_languages() -> Iterable[str]:
    """Return the languages of stored messages for editors."""
    permitted = getattr(settings, "WAGTAILADMIN_PERMITTED_LANGUAGES", None)
    codes = [code for code, _ in permitted] if permitted else content_languages()
    return dict.fromkeys([*codes, settings.LANGUAGE_CODE])


def language_of_path(path: str) -> str:
    """Return the language in which a request for the path is served."""
    prefixed, _ = is_language_prefix_patterns_used(get_urlconf() or settings.ROOT_URLCONF)
    return (get_language_from_path(path) if prefixed else None) or settings.LANGUAGE_CODE


def match_of_path(path: str) -> ResolverMatch | None:
    """Return the view that serves the path in the path's own language; None if there is none."""
    with override(language_of_path(path)):
        try:
            return resolve(path)
        except Resolver404:
            return None
