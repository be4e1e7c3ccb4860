"""The language of an account outside Wagtail's views, which alone activate it."""

from contextlib import AbstractContextManager

from django.http import HttpRequest
from django.utils import translation


def in_language_of(request: HttpRequest) -> AbstractContextManager[None]:
    profile = getattr(request.user, "wagtail_userprofile", None)
    preferred = profile.get_preferred_language() if profile else None
    return translation.override(preferred or translation.get_language())
