from typing import TypeVar

from django.http import HttpRequest, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils.translation import get_language

_Response = TypeVar("_Response", bound=HttpResponseBase)
_NO_LANGUAGE = "_govlab_in_no_language"


def in_no_language(response: _Response) -> _Response:
    """Mark a response that is the same whatever language the client prefers, as a sitemap is."""
    setattr(response, _NO_LANGUAGE, True)
    return response


class LanguageMiddleware(LocaleMiddleware):
    """Django's middleware, which redirects 404s to the path with the language prefix, but only if
    no view matched: a view's own 404, as in the admin, is final."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if getattr(response, _NO_LANGUAGE, False):
            return response
        if response.status_code == 404 and request.resolver_match:
            response.headers.setdefault("Content-Language", get_language() or "")
            return response
        answer: HttpResponseBase = super().process_response(request, response)
        return answer
