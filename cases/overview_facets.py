"""The facets of the overview of outcomes. A facet's own choice does not shrink its own counts."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from django import forms
from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from govlab.delivery.alphabet import sort_key

from .choices import OutcomeVerdict, Stage
from .schemas import CaseDocument

# Facet → the chosen value.
Chosen = Mapping[str, str]


_ALL = pgettext_lazy("feminine", "All")


class HasValues(Protocol):
    @property
    def case(self) -> CaseDocument: ...

    @property
    def verdict(self) -> OutcomeVerdict: ...


@dataclass(frozen=True)
class OverviewFacet:
    label: str | Promise
    # Yields the values with their labels.
    labelled: Callable[[CaseDocument, OutcomeVerdict], Iterator[tuple[str, str]]]
    # What it says where nothing is chosen, in the gender of the label.
    all_label: str | Promise = _ALL

    def values(self, case: CaseDocument, verdict: OutcomeVerdict) -> Iterator[str]:
        return (value for value, _label in self.labelled(case, verdict))


def _terms(vocabulary: str) -> Callable[[CaseDocument, OutcomeVerdict], Iterator[tuple[str, str]]]:
    """Terms without a name in the page's language are no values, as in other lists."""
    return lambda case, verdict: (
        (term.slug, term.name)
        for term in case.terms
        if term.vocabulary == vocabulary and term.locale == case.locale
    )


FACETS = {
    "result": OverviewFacet(
        _("Result"),
        lambda case, verdict: iter([(str(verdict), str(verdict.label))]),
        all_label=_("All"),
    ),
    "laboratory": OverviewFacet(_("Laboratory"), _terms("laboratory")),
    "stage": OverviewFacet(
        _("Stage"), lambda case, verdict: iter([(str(case.stage), str(case.stage.label))])
    ),
    "topic": OverviewFacet(_("Topic"), _terms("topic")),
    "institution": OverviewFacet(_("Institution"), _terms("institution")),
}
# Facets whose values have an order of their own.
_ORDERS = {"result": list(map(str, OutcomeVerdict)), "stage": list(map(str, Stage))}


def facet_form(entries: Sequence[HasValues], chosen: Chosen) -> forms.Form:
    """Return the form, with errors at values that no outcome has."""
    form = forms.Form(data=chosen, label_suffix="")
    for name, facet in FACETS.items():
        choices = [("", str(facet.all_label)), *_choices(name, entries, chosen)]
        form.fields[name] = forms.ChoiceField(
            label=str(facet.label), choices=choices, required=False
        )
    return form


def _choices(name: str, entries: Sequence[HasValues], chosen: Chosen) -> list[tuple[str, str]]:
    others = {other: value for other, value in chosen.items() if other != name}
    labels: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for entry in entries:
        fits = all(
            value in FACETS[other].values(entry.case, entry.verdict)
            for other, value in others.items()
        )
        for value, label in FACETS[name].labelled(entry.case, entry.verdict):
            labels[value] = label
            counts[value] += fits
    order = _ORDERS.get(name)
    values = sorted(
        labels,
        key=lambda value: (
            order.index(value) if order else 0,
            sort_key(labels[value], get_language() or ""),
        ),
    )
    return [(value, f"{labels[value]} ({counts[value]})") for value in values]
