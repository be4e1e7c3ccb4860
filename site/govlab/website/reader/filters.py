"""The filters of a list, made from the facets of the documents that it lists."""

from collections.abc import Mapping

from django import forms
from django.db.models import QuerySet
from django.utils.translation import pgettext

from govlab.delivery.documents.batch import Batch, Row
from govlab.delivery.documents.facets import Facet, ReadChoices
from govlab.delivery.documents.registry import DocumentType
from govlab.delivery.models import Document


class Filters:
    """The filters of a collection in one language, with the values that a request chose."""

    def __init__(self, kind: DocumentType, locale: str, parameters: Mapping[str, str]) -> None:
        self._kind = kind
        self._locale = locale
        self.chosen = {
            facet.name: value for facet in kind.facets if (value := parameters.get(facet.name, ""))
        }
        self._readers: dict[str, ReadChoices] = {}

    def apply(self, documents: QuerySet[Document]) -> QuerySet[Document]:
        for facet in self._kind.facets:
            if value := self.chosen.get(facet.name):
                # PostgreSQL refuses NUL, and no value has it.
                documents = facet.matching(documents, value.replace("\0", "\ufffd"))
        return documents

    def add_queries(self, batch: Batch) -> None:
        for facet in self._kind.facets:
            self._readers[facet.name] = facet.choices_of(batch, self._kind.collection, self._locale)

    def form(self, rows: Mapping[str, list[Row]]) -> forms.Form:
        """Return the form, with errors at values that are no choices."""
        form = forms.Form(data=self.chosen, label_suffix="")
        for facet in self._kind.facets:
            choices = self._readers[facet.name](rows.get(facet.name, []))
            form.fields[facet.name] = _field(facet, choices)
        return form


def _field(facet: Facet, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    everything = facet.all_label or pgettext("feminine", "All")
    return forms.ChoiceField(
        label=str(facet.label), choices=[("", everything), *choices], required=False
    )
