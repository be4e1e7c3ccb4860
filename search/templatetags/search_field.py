"""Template tags for the search field and the labels of document types."""

from functools import cache

from django import template
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from govlab.delivery.documents.canonical import dumps
from govlab.delivery.documents.registry import document_types, type_named
from search.query.facets import ageing_types
from search.query.search_query import MAX_QUERY_LENGTH

register = template.Library()

MOST_SUGGESTED = 8


@register.inclusion_tag("search/field.html")
def search_field(
    name: str, words: str = "", *, autofocus: bool = False, error: str = "", label: str = ""
) -> dict[str, object]:
    """Render the field with its button. `name` is its id, which must be unique on the page, and
    `label` the name of its landmark, which must be too."""
    return {
        "id": name,
        "label": label,
        "words": words,
        "autofocus": autofocus,
        "error": error,
        "longest": MAX_QUERY_LENGTH,
        "texts": _texts(get_language()),
        "limit": MOST_SUGGESTED,
    }


@cache
def _texts(_language: str) -> str:
    """Return the texts of the script, as JSON in the active language. Every page has them."""
    return dumps(
        {
            "label": _("Suggested pages"),
            "counts": [_count(number) for number in range(MOST_SUGGESTED + 1)],
            "types": {kind.name: str(kind.label) for kind in document_types()},
        }
    )


def _count(number: int) -> str:
    if not number:
        return _("No suggestions.")
    text = ngettext(
        "%(count)d suggestion; choose with the arrow keys.",
        "%(count)d suggestions; choose with the arrow keys.",
        number,
    )
    return text % {"count": number}


@register.filter
def ages(name: str) -> bool:
    """Whether readers want to know of when a page of a document's type is."""
    return name in ageing_types()


@register.filter
def one_of_type(name: str) -> str:
    """Return the singular label of a document type; empty if no app has it any more."""
    try:
        return str(type_named(name).label)
    except KeyError:
        return ""
