"""Limits as readers and editors meet them: a page that says when to come back."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string

from govlab.limits import clients, rates

from .login import remember_browser

PAGE_PASSWORD = rates.Limit("page-password", "GOVLAB_PAGE_PASSWORDS_PER_ADDRESS", 300)
# Passwords of pages and of collections: Wagtail's own views, which ask nothing of ours.
PASSWORD_VIEWS = frozenset(
    ("wagtailcore_authenticate_with_password", "wagtaildocs_authenticate_with_password")
)


class LimitsMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        clients.observe(request)
        response = self.get_response(request)
        remember_browser(request, response)
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        match = request.resolver_match
        if match and match.view_name in PASSWORD_VIEWS and request.method == "POST":
            try:
                rates.count_client(PAGE_PASSWORD, request)
            except rates.TooManyRequests as error:
                return too_many(error)
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return too_many(error) if isinstance(error, rates.TooManyRequests) else None


def too_many(error: rates.TooManyRequests) -> HttpResponse:
    """In both languages and from no database: whoever is refused costs as little as can be."""
    minutes = -(-error.retry_after // 60)
    response = HttpResponse(render_to_string("429.html", {"minutes": minutes}), status=429)
    response["Retry-After"] = str(error.retry_after)
    response["Cache-Control"] = "no-store"
    return response
