"""Collections with view restrictions: the one rule for the site, the API and the serve view."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import CollectionViewRestriction


def closed_paths(request: HttpRequest | None = None) -> tuple[str, ...]:
    """Return the tree paths of collections that the request may not view or, without a request,
    that are not public. The restriction covers their descendants too."""
    restrictions = CollectionViewRestriction.objects.select_related("collection")
    return tuple(
        str(restriction.collection.path)
        for restriction in restrictions
        if request is None or not restriction.accept_request(request)
    )


def in_closed_collection(document: Any) -> bool:
    """Whether the document's collection or an ancestor of it is not public."""
    return bool(document.collection.path.startswith(closed_paths()))
