"""On a developer's machine."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.defaults import page_not_found

_EXPLAINED = b"Page not found at "


class LostPagesMiddleware:
    """Shows what readers see in place of a page that is not there.

    With `DEBUG`, Django lists all URL patterns instead, which explains nothing where one pattern
    serves every page. Errors keep their explanations. Must be the innermost middleware, because
    others look at the response.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.status_code == 404 and _EXPLAINED in getattr(response, "content", b""):
            return page_not_found(request, Http404())
        return response
