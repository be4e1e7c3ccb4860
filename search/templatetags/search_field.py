"""Template tags for the search field and the labels of document types."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from govlab.delivery.documents.canonical import dumps
from govlab.delivery.documents.registry import document_types
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
        "texts": dumps(_texts()),
        "limit": MOST_SUGGESTED,
    }


def _texts() -> dict[str, object]:
    """Return the texts of the script, in the active language."""
    return {
        "label": _("Suggested pages"),
        "counts": [_count(number) for number in range(MOST_SUGGESTED + 1)],
        "types": _type_labels(),
    }


def _type_labels() -> dict[str, str]:
    return {kind.name: str(kind.label) for kind in document_types()}


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
    """Return the singular label of a document type."""
    return _type_labels().get(name, "")
