"""The context with which pages are rendered outside the log: previews, and private pages.

The website provides it, like the layout `page.html`.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

Provider = Callable[[Page, HttpRequest], dict[str, Any]]


def _nothing(page: Page, request: HttpRequest) -> dict[str, Any]:
    return {}


_provider: Provider = _nothing


def register(provider: Provider) -> None:
    global _provider
    _provider = provider


def page_context(page: Page, request: HttpRequest) -> dict[str, Any]:
    """Raises Http404 for a page of a list that does not exist."""
    return _provider(page, request)
