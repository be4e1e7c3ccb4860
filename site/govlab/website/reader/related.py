"""What a page shows of related documents, in groups."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import F, TextField
from django.db.models.functions import Cast
from django.utils.functional import Promise

from govlab.core.related import related_queries
from govlab.delivery.documents.batch import Batch, Row
from govlab.delivery.documents.parts import ReadCards
from govlab.delivery.models import ConsumerCursor
from govlab.delivery.models.head import LogState
from govlab.delivery.schemas.page import PageDocument

# More than are shown, since some may be linked on the page already.
_CANDIDATES = 16


@dataclass(frozen=True)
class RelatedGroup:
    heading: str | Promise
    items: list[PageDocument]
    card: str


class Related:
    def __init__(self, document: PageDocument) -> None:
        self._document = document
        self._queries = list(related_queries(document))
        self._consumers = {query.consumer for query in self._queries if query.consumer}

    def add_queries(self, batch: Batch) -> None:
        for number, query in enumerate(self._queries):
            documents = query.documents.order_by(*query.order())
            if query.weights is not None:
                batch.add(
                    f"weights {number}",
                    query.weights,
                    text=Cast("page_id", TextField()),
                    number=F("weight"),
                )
            batch.add(
                f"related {number}",
                documents[:_CANDIDATES] if query.limit else documents,
                text=F("json"),
                order=query.order(),
            )
        if self._consumers:
            batch.add(
                "consumers",
                ConsumerCursor.objects.filter(name__in=self._consumers),
                text=F("name"),
                number=F("sequence"),
            )

    def is_settled(self, state: LogState, rows: Mapping[str, list[Row]]) -> bool:
        """Whether all tables that were read had caught up with the log."""
        moved = {row.text: row.number for row in rows.get("consumers", [])}
        return all(moved.get(name, 0) == state.sequence for name in self._consumers)

    def groups(
        self, rows: Mapping[str, list[Row]], cards: ReadCards, shown: Collection[int]
    ) -> Iterator[RelatedGroup]:
        """`shown` are the ids of pages that the page shows elsewhere."""
        seen = {self._document.id, *shown}
        text = self._document.model_dump_json()
        for number, query in enumerate(self._queries):
            items = [
                item
                for item in _in_order(rows, cards, number)
                if item.id not in seen and not (query.unlinked and _links_to(text, item))
            ][: query.limit]
            if items:
                seen.update(item.id for item in items)
                yield RelatedGroup(query.heading, items, query.card)


def _in_order(rows: Mapping[str, list[Row]], cards: ReadCards, number: int) -> list[PageDocument]:
    documents = cards(rows[f"related {number}"])
    if weighed := rows.get(f"weights {number}"):
        weights = {row.text: row.number for row in weighed}
        documents.sort(key=lambda item: (weights.get(str(item.id), 0), item.id), reverse=True)
    return documents


def _links_to(text: str, document: PageDocument) -> bool:
    """Whether JSON contains the URL of the document, as a value or within HTML."""
    return f'{document.url}"' in text or f'{document.url}\\"' in text
