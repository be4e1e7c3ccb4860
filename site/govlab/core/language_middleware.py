from django.http import HttpRequest, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils.translation import get_language


class LanguageMiddleware(LocaleMiddleware):
    """Django's, which looks for what was not found again below the reader's language. Where a view
    has answered that there is no such thing, as the administration does, that is the answer."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if response.status_code == 404 and request.resolver_match:
            response.headers.setdefault("Content-Language", get_language() or "")
            return response
        answer: HttpResponseBase = super().process_response(request, response)
        return answer
