"""The context of pages that Wagtail serves: previews, and private pages."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from govlab.delivery.closed_collections import closed_paths
from govlab.delivery.documents.drafts import draft_document

from .content import read
from .parameters import parameters_of


def page_context(page: Page, request: HttpRequest) -> dict[str, Any]:
    """Return the context of the page's own document. Raises Http404 for a page of a list that does
    not exist."""
    document = draft_document(page, closed_paths(request))
    if document is None:
        return {}
    parameters = parameters_of(document, request.GET)
    return read(document, parameters).context
