"""The filters of a list, made from the facets of the documents that it lists."""

from collections.abc import Mapping

from django import forms
from django.db.models import Count, F, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import pgettext

from govlab.delivery.documents.batch import Batch, Row
from govlab.delivery.documents.facets import Facet, ReadChoices
from govlab.delivery.documents.registry import DocumentType
from govlab.delivery.models import Document, DocumentFacet, Head

from .choices import Choice, Choices
from .parameters import query_string


class Filters:
    """The filters of a collection in one language, with the values that a request chose."""

    def __init__(self, kind: DocumentType, locale: str, parameters: Mapping[str, str]) -> None:
        self._kind = kind
        self._locale = locale
        self.chosen = {
            facet.name: value for facet in kind.facets if (value := parameters.get(facet.name, ""))
        }
        # The chosen values that documents can have.
        self._possible = {
            facet.name: value
            for facet in kind.facets
            if (value := self.chosen.get(facet.name, "")) and not facet.problem(value)
        }
        self._readers: dict[str, ReadChoices] = {}

    def apply(self, documents: QuerySet[Document]) -> QuerySet[Document]:
        return self._matching(documents, self.chosen)

    def add_queries(self, batch: Batch) -> None:
        for facet in self._kind.facets:
            self._readers[facet.name] = facet.choices_of(batch, self._kind.collection, self._locale)

    def add_counts(self, batch: Batch, documents: QuerySet[Document]) -> None:
        """Add the queries of `choices`. A facet's own filter does not change its numbers."""
        for facet in self._kind.facets:
            others = self._without(facet)
            listed = self._matching(documents, others)
            held = DocumentFacet.objects.filter(name=facet.name, document__in=listed.values("pk"))
            batch.add(
                f"counts {facet.name}",
                held.values("value").annotate(held=Count("pk")),
                text=F("value"),
                number=F("held"),
            )
            if facet.name in self._possible:
                add_number(batch, f"without {facet.name}", listed)

    def form(self, rows: Mapping[str, list[Row]]) -> forms.Form:
        """Return the form, with errors at values that are no choices."""
        form = forms.Form(data=self.chosen, label_suffix="")
        for facet in self._kind.facets:
            choices = self._readers[facet.name](rows.get(facet.name, []))
            form.fields[facet.name] = _field(facet, choices)
        return form

    def choices(
        self, rows: Mapping[str, list[Row]], others: Mapping[str, str]
    ) -> dict[str, Choices]:
        """Return the choices by the names of the facets. Links keep the parameters `others`."""
        found = {}
        for facet in self._kind.facets:
            name, held = facet.name, self._possible.get(facet.name)
            counts = {row.text: row.number for row in rows[f"counts {name}"]}
            kept = {**self._without(facet), **others}
            found[name] = Choices(
                facet.label,
                [
                    Choice(
                        value,
                        label,
                        counts.get(value, 0),
                        value == held,
                        query_string(kept if value == held else {**kept, name: value}),
                    )
                    for value, label in self._readers[name](rows.get(name, []))
                ],
                number_of(rows, f"without {name}"),
            )
        return found

    def _without(self, facet: Facet) -> dict[str, str]:
        return {name: value for name, value in self._possible.items() if name != facet.name}

    def _matching(
        self, documents: QuerySet[Document], chosen: Mapping[str, str]
    ) -> QuerySet[Document]:
        for facet in self._kind.facets:
            if value := chosen.get(facet.name):
                # PostgreSQL refuses NUL, and no value has it.
                documents = facet.matching(documents, value.replace("\0", "\ufffd"))
        return documents


def add_number(batch: Batch, name: str, documents: QuerySet[Document]) -> None:
    """Add a query of how many documents there are, which `number_of` reads."""
    counted = documents.order_by().values(all=Value(1)).annotate(number=Count("pk"))
    batch.add(
        name,
        Head.objects.filter(pk=Head.SINGLETON),
        text=Value(""),
        number=Coalesce(Subquery(counted.values("number")), 0),
    )


def number_of(rows: Mapping[str, list[Row]], name: str) -> int:
    return sum(row.number for row in rows.get(name, []))


def _field(facet: Facet, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    everything = facet.all_label or pgettext("feminine", "All")
    return forms.ChoiceField(
        label=str(facet.label), choices=[("", everything), *choices], required=False
    )
