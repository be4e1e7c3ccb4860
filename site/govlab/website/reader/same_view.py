"""The same view of a page in another language: its query there.

Views and filters whose values are the same in all languages stay, and compared items are those of
the other language. What has no equal there, such as a topic or the number of a page, is left out.
"""

from collections.abc import Iterator, Mapping

from govlab.delivery.documents.facets import slug_of
from govlab.delivery.documents.registry import type_named, type_of_collection
from govlab.delivery.schemas.page import PageDocument

from .parameters import COMPARE, VIEW, query_string


def queries(
    document: PageDocument, parameters: Mapping[str, str], compared: list[PageDocument]
) -> dict[str, str]:
    """Return the queries by language, with the question mark; empty for the plain page."""
    shared = dict(_shared(document, parameters))
    found = {}
    for link in document.translations:
        if link.locale != document.locale:
            slugs = ",".join(_slugs(compared, link.locale, link.path))
            query = query_string(shared | ({COMPARE: slugs} if slugs else {}))
            found[link.locale] = f"?{query}" if query else ""
    return found


def _shared(document: PageDocument, parameters: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if view := parameters.get(VIEW):
        yield VIEW, view
    lists = type_named(document.type).lists
    for facet in type_of_collection(lists).facets if lists else ():
        value = parameters.get(facet.name, "")
        if value and facet.shared and not facet.problem(value):
            yield facet.name, value


def _slugs(compared: list[PageDocument], locale: str, under: str) -> Iterator[str]:
    for item in compared:
        for link in item.translations:
            if link.locale == locale and link.path.startswith(under):
                yield slug_of(link.path)
