"""Labels of facets, of their values and of languages, in the reader's language."""

import json
from collections.abc import Iterable

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from govlab.core.choices import NewsKind, Stage
from govlab.core.term_translations import translated
from govlab.core.vocabularies import vocabularies
from govlab.delivery.documents.registry import document_types
from govlab.delivery.models import Document

from .numbers import whole_number

Labels = dict[str, str]

# In the order of the search page.
FACET_NAMES = {
    "type": _("Type"),
    "topic": _("Topic"),
    "laboratory": _("Laboratory"),
    "institution": _("Institution"),
    "method": _("Method"),
    "kind": _("Kind of news"),
    "stage": _("Stage"),
    "year": _("Year"),
}
# The headings of results in other languages.
IN_LANGUAGE = {"lv": _("In Latvian"), "en": _("In English")}

CHOICES: dict[str, type[TextChoices]] = {"kind": NewsKind, "stage": Stage}


def value_labels(name: str, values: Iterable[str], locale: str) -> Labels:
    """Map values to their labels, without obsolete values."""
    wanted = list(values)
    if not wanted:
        return {}
    if name == "type":
        return type_labels()
    if name == "method":
        return _page_titles(wanted)
    if choices := CHOICES.get(name):
        return {str(value): str(label) for value, label in choices.choices}
    if model := vocabularies().get(name):
        terms = model._default_manager.filter(locale__language_code=locale, slug__in=wanted)
        return dict(translated(terms).values_list("slug", "name"))
    return {value: value for value in wanted}


def type_labels() -> Labels:
    """Return the plural labels of types."""
    return _of_types("verbose_name_plural")


def one_of_type_labels() -> Labels:
    """Return the singular labels of types."""
    return _of_types("verbose_name")


def _of_types(name: str) -> Labels:
    return {kind.name: _sentence(getattr(kind.model._meta, name)) for kind in document_types()}


def _sentence(name: str | Promise) -> str:
    text = str(name)
    return text[:1].upper() + text[1:]


def _page_titles(values: Iterable[str]) -> Labels:
    """Label the ids of pages, such as methods, with their titles."""
    ids = [number for number in map(whole_number, values) if number is not None]
    cards = Document.objects.filter(pk__in=ids, live=True).values_list("pk", "card_json")
    return {str(pk): json.loads(card)["title"] for pk, card in cards}
