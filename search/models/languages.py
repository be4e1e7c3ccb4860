"""The language choices of search models."""

from django.conf import settings
from django.utils.functional import Promise


def languages() -> list[tuple[str, str | Promise]]:
    return list(settings.WAGTAIL_CONTENT_LANGUAGES)


def default_language() -> str:
    return str(settings.LANGUAGE_CODE)
