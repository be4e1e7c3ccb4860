"""Related content of a page: pages that share distinctive words with it."""

import logging

from django.utils.translation import gettext_lazy as _

from govlab.core.related import RelatedQuery
from govlab.delivery.documents.queries import live_documents
from govlab.delivery.documents.registry import type_named
from govlab.delivery.schemas.page import PageDocument
from search import service

logger = logging.getLogger(__name__)

MAX_SHOWN = 4
# More than are shown, since some may be linked on the page already or be withdrawn soon.
MAX_CANDIDATES = 16


def related_content(document: PageDocument) -> RelatedQuery | None:
    """A provider for `core.related`. Errors are logged, and do not affect the page."""
    if not type_named(document.type).related:
        return None
    try:
        found = service.related_pages(document.id, document.locale)
    except Exception:
        logger.exception("Related content of page %s could not be determined.", document.id)
        return None
    best = found[:MAX_CANDIDATES].values("page_id")
    return RelatedQuery(
        _("Related content"),
        live_documents().filter(pk__in=best),
        weights=found.order_by(),
        limit=MAX_SHOWN,
        unlinked=True,
        card="search/card.html",
        consumer=service.RELATED_CONSUMER,
    )
