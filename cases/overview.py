"""The overview of all outcomes, read from the documents of the cases in one query.

Counts are of what readers see. Figures are never added up: they have different units, and those
with the same one count different things.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import F
from django.http import Http404

from govlab.delivery.documents.batch import Batch, Row
from govlab.delivery.documents.parts import ReadCards
from govlab.delivery.documents.queries import live_documents
from govlab.delivery.documents.registry import type_of_collection
from govlab.delivery.schemas.page import PageDocument

from .choices import OutcomeVerdict
from .outcomes import Outcome, UnmeasuredOutcome
from .overview_facets import FACETS, Chosen, facet_form
from .schemas import CaseDocument

PAGE_SIZE = 12
PAGE = "page"
PARAMETERS = (PAGE, *FACETS)
_QUERY = "part cases"


@dataclass(frozen=True)
class Entry:
    """An outcome with its case."""

    case: CaseDocument
    outcome: Outcome | UnmeasuredOutcome

    @property
    def verdict(self) -> OutcomeVerdict:
        return self.outcome.verdict

    def values(self, facet: str) -> Iterator[str]:
        yield from FACETS[facet].values(self.case, self.verdict)


@dataclass(frozen=True)
class VerdictCount:
    verdict: OutcomeVerdict
    count: int


class Overview:
    """A part of the results page."""

    def __init__(self, document: PageDocument, parameters: Mapping[str, str]) -> None:
        self._document = document
        self._page = parameters.get(PAGE) or "1"
        self._chosen: Chosen = {
            name: value for name in FACETS if (value := parameters.get(name, ""))
        }

    def add_queries(self, batch: Batch) -> None:
        site = next((crumb.path for crumb in self._document.breadcrumbs), "")
        cases = live_documents("cases", locale=self._document.locale, under=site)
        order = type_of_collection("cases").order()
        batch.add(_QUERY, cases, text=F("json"), order=order)

    def context(self, rows: Mapping[str, list[Row]], cards: ReadCards) -> dict[str, Any]:
        cases = [_case(document) for document in cards(rows[_QUERY])]
        every = [entry for case in cases for entry in entries_of(case)]
        form = facet_form(every, self._chosen)
        shown = matching(every, self._chosen) if form.is_valid() else []
        items = self._items(shown)
        chosen_cases = {entry.case.id for entry in shown} if self._chosen else None
        return {
            "filters": form,
            "filtered": bool(self._chosen),
            "items": items,
            "page_links": self._page_links(items),
            "verdicts": verdict_counts(shown),
            "stopped": [
                case
                for case in cases
                if case.stopped and (chosen_cases is None or case.id in chosen_cases)
            ],
            "silent": [
                case for case in cases if not (case.outcomes or case.unmeasured or case.stopped)
            ]
            if chosen_cases is None
            else [],
        }

    def _items(self, entries: Sequence[Entry]) -> Page[Entry]:
        try:
            return Paginator(entries, PAGE_SIZE).page(self._page)
        except InvalidPage:
            raise Http404("The list does not have this page.") from None

    def _page_links(self, items: Page[Entry]) -> dict[str, str]:
        numbers = {}
        if items.has_previous():
            numbers["previous"] = items.previous_page_number()
        if items.has_next():
            numbers["next"] = items.next_page_number()
        return {
            name: f"?{urlencode({**self._chosen, PAGE: number})}"
            for name, number in numbers.items()
        }


def entries_of(case: CaseDocument) -> Iterator[Entry]:
    for outcome in case.outcomes:
        yield Entry(case, outcome)
    for unmeasured in case.unmeasured:
        yield Entry(case, unmeasured)


def matching(entries: Sequence[Entry], chosen: Chosen) -> list[Entry]:
    return [
        entry
        for entry in entries
        if all(value in entry.values(name) for name, value in chosen.items())
    ]


def verdict_counts(entries: Sequence[Entry]) -> list[VerdictCount]:
    counts = [
        VerdictCount(verdict, sum(entry.verdict == verdict for entry in entries))
        for verdict in OutcomeVerdict
    ]
    return [count for count in counts if count.count]


def _case(document: PageDocument) -> CaseDocument:
    if not isinstance(document, CaseDocument):
        raise TypeError(f"A document of the cases is a {document.type}.")
    return document
