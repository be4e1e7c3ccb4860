from django.utils.translation import gettext_lazy as _

from govlab.core.related import RelatedQuery
from govlab.delivery.documents.queries import live_documents
from govlab.delivery.schemas.page import PageDocument


def cases_of_method(method: PageDocument) -> RelatedQuery:
    """Cases in the method's language that used it."""
    cases = live_documents("cases", locale=method.locale, facets=[("method", str(method.id))])
    return RelatedQuery(_("Cases that used this method"), cases, lambda: ["sort_title", "page_id"])
