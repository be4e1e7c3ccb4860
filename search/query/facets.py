"""What search knows of the page types, from their registry."""

from govlab.delivery.documents.facets import Facet
from govlab.delivery.documents.registry import document_types, facets


def search_facets() -> list[Facet]:
    """What results are counted and narrowed by, in the order of the API's parameters."""
    return [facet for facet in facets() if facet.in_search]


def facet_names() -> list[str]:
    return [facet.name for facet in search_facets()]


def ageing_types() -> list[str]:
    """The types of documents that yield to newer ones."""
    return [kind.name for kind in document_types() if kind.ages]
