"""What a list shows: one page of its items, the filters, and the items that a reader compares."""

from collections.abc import Mapping
from typing import Any

from django.core.paginator import EmptyPage, Page, PageNotAnInteger, Paginator
from django.db.models import F
from django.http import Http404

from govlab.delivery.documents.batch import Batch, Row
from govlab.delivery.documents.facets import slug_of
from govlab.delivery.documents.parts import ReadCards
from govlab.delivery.documents.queries import live_documents
from govlab.delivery.documents.registry import DocumentType, type_of_collection
from govlab.delivery.schemas.page import PageDocument

from .filters import Filters, add_number, number_of
from .parameters import COMPARE, PAGE, page_number, query_string
from .views import shown_as

PAGE_SIZE = 12
_COMPARED = 2


class _Counted(Paginator):  # type: ignore[type-arg]  # not generic at run time
    """A paginator of which one page is known, and the number of all items."""

    def __init__(self, items: list[PageDocument], count: int) -> None:
        super().__init__(items, PAGE_SIZE)
        self.count = count

    def page(self, number: Any) -> Any:
        return Page(self.object_list, self.validate_number(number), self)


class PageList:
    def __init__(
        self, document: PageDocument, kind: DocumentType, parameters: Mapping[str, str]
    ) -> None:
        self._document = document
        self._kind = kind
        self._listed = type_of_collection(kind.lists)
        self._page = page_number(parameters)
        self._compared = [slug for slug in parameters.get(COMPARE, "").split(",") if slug]
        self._filters = Filters(self._listed, document.locale, parameters)

    def add_queries(self, batch: Batch) -> None:
        document, kind = self._document, self._listed
        self._filters.add_queries(batch)
        listed = live_documents(kind.collection, locale=document.locale, under=document.path)
        if self._kind.counted:
            self._filters.add_counts(batch, listed)
        if self._compared:
            paths = [f"{document.path}{slug}/" for slug in self._compared]
            batch.add("compared", listed.filter(path__in=paths), text=F("json"))
        listed = self._filters.apply(listed)
        add_number(batch, "count", listed)
        first = (self._page - 1) * PAGE_SIZE
        batch.add(
            "items",
            listed.order_by(*kind.order())[first : first + PAGE_SIZE],
            text=F("json"),
            order=kind.order(),
        )

    def context(self, rows: Mapping[str, list[Row]], cards: ReadCards) -> dict[str, Any]:
        """Raises Http404 for a page of the list that does not exist."""
        form = self._filters.form(rows)
        page = self._items(rows, cards, valid=form.is_valid())
        compared = self._compared_of(rows, cards)
        slugs = ",".join(slug_of(document.path) for document in compared)
        kept = {COMPARE: slugs} if slugs else {}
        chosen = self._filters.chosen | kept
        context = {
            "filters": form,
            "choices": self._filters.choices(rows, kept) if self._kind.counted else {},
            "items": page,
            "compared": compared,
            "filtered": bool(self._filters.chosen),
            "page_links": {
                name: f"?{query_string({**chosen, PAGE: number()})}"
                for name, number, exists in (
                    ("previous", page.previous_page_number, page.has_previous()),
                    ("next", page.next_page_number, page.has_next()),
                )
                if exists
            },
        }
        if self._kind.comparison and len(compared) == _COMPARED:
            context |= shown_as(self._kind.comparison, compared)
        return context

    def _items(self, rows: Mapping[str, list[Row]], cards: ReadCards, *, valid: bool) -> Any:
        count = number_of(rows, "count") if valid else 0
        items = _Counted(cards(rows["items"]) if valid else [], count)
        try:
            return items.page(self._page)
        except (EmptyPage, PageNotAnInteger):
            raise Http404("The list does not have this page.") from None

    def _compared_of(self, rows: Mapping[str, list[Row]], cards: ReadCards) -> list[PageDocument]:
        """Return the items that a reader compares, in the order of their choice."""
        documents = cards(rows.get("compared", []))
        found = {slug_of(document.path): document for document in documents}
        return [found[slug] for slug in self._compared if slug in found]
