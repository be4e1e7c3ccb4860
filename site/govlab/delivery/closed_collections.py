"""Which files a collection keeps from readers: what site, API and serve view all ask."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import CollectionViewRestriction


def closed_paths(request: HttpRequest | None = None) -> tuple[str, ...]:
    """Tree paths of collections that do not let the reader in; without a request, of those that do
    not let in everybody. Files in and below them are closed."""
    restrictions = CollectionViewRestriction.objects.select_related("collection")
    return tuple(
        str(restriction.collection.path)
        for restriction in restrictions
        if request is None or not restriction.accept_request(request)
    )


def in_closed_collection(document: Any) -> bool:
    """Whether the document's collection, or one above it, is not open to everybody."""
    return bool(document.collection.path.startswith(closed_paths()))
