"""The account of the current request, for rules below the views.

Wagtail's log context ends before a template response is rendered, which is when titles are needed.
"""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from django.http import HttpRequest, HttpResponse

_account: ContextVar[Any] = ContextVar("acting_account", default=None)


def acting_account() -> Any:
    """Return the account; None outside requests, as in commands, tasks and tests."""
    return _account.get()


class ActingAccountMiddleware:
    """Must come after Django's AuthenticationMiddleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = _account.set(request.user)
        try:
            return self.get_response(request)
        finally:
            _account.reset(token)
