"""Runs admin views that change content in a transaction, together with their dirty marks."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponseBase

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})

View = Callable[..., HttpResponseBase]


def atomic_changes(view: View) -> View:
    """Wrap unsafe requests in a transaction, except of views with Django's `non_atomic_requests`.

    Wagtail saves view restrictions, for example, without one, and sends signals afterwards; a
    process killed in between would leave the change without its dirty mark. A view without it has
    transactions of its own, since it waits for something else, such as another server.
    """
    if getattr(view, "_non_atomic_requests", None):
        return view

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method in SAFE:
            return view(request, *args, **kwargs)
        with transaction.atomic():
            return view(request, *args, **kwargs)

    return wrapped
