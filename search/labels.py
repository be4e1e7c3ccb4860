"""What facets and their values are called in the reader's language."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from govlab.core.vocabularies import vocabularies
from govlab.delivery.documents.registry import document_types

# In the order of the page.
FACET_NAMES = {
    "type": _("Type"),
    "topic": _("Topic"),
    "laboratory": _("Laboratory"),
    "institution": _("Institution"),
    "year": _("Year"),
}


def value_labels(name: str, values: Iterable[str], locale: str) -> dict[str, str]:
    """Value → label, for values that still have one; others are not shown."""
    wanted = list(values)
    if name == "type":
        return {kind.name: _sentence(kind.model) for kind in document_types()}
    if model := vocabularies().get(name):
        terms = model._default_manager.filter(locale__language_code=locale, slug__in=wanted)
        return dict(terms.values_list("slug", "name"))
    return {value: value for value in wanted}


def _sentence(model: type[Page]) -> str:
    name = str(model._meta.verbose_name_plural)
    return name[:1].upper() + name[1:]
