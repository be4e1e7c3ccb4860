"""The query parameters that a page depends on, in canonical form. All others are ignored."""

import re
from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import Http404, QueryDict

from govlab.delivery.documents.registry import type_named, type_of_collection
from govlab.delivery.schemas.page import PageDocument

PAGE, COMPARE, VIEW = "page", "compare", "view"
_SLUGS = re.compile(r"[\w-]{1,255}")
_MAX_COMPARED = 5


def parameters_of(document: PageDocument, query: QueryDict) -> dict[str, str]:
    """Return the parameters that the page of the document knows; those not given are empty."""
    kind = type_named(document.type)
    found = {}
    if kind.views:
        name = query.get(VIEW, "")
        found[VIEW] = name if name in kind.views else ""
    if kind.lists:
        facets = type_of_collection(kind.lists).facets
        found |= {name: query.get(name, "") for name in (PAGE, *(facet.name for facet in facets))}
    found |= {name: query.get(name, "") for name in kind.parameters}
    if kind.comparison:
        found[COMPARE] = ",".join(_slugs(query.getlist(COMPARE)))
    return found


def _slugs(values: list[str]) -> list[str]:
    """Return the slugs of `a,b`, or of a form's checkboxes, without duplicates."""
    return list(dict.fromkeys(_SLUGS.findall(",".join(values))))[:_MAX_COMPARED]


def query_string(parameters: Mapping[str, object]) -> str:
    return urlencode(parameters, safe=",")


def page_number(parameters: Mapping[str, str]) -> int:
    """Raises Http404 for what is no number of a page."""
    text = parameters.get(PAGE) or "1"
    if not (text.isascii() and text.isdecimal() and len(text) <= 6 and int(text)):
        raise Http404("The list does not have this page.")
    return int(text)
