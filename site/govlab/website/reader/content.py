"""The template context of a document, with what it shows of other documents.

Everything comes from one statement, so a page is of one state of the log.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import EmptyPage, Page, PageNotAnInteger, Paginator
from django.db.models import F
from django.http import Http404
from django.utils import timezone
from django.utils.functional import Promise

from govlab.core.doors import Door, doors
from govlab.core.front_sections import FrontSection, front_sections
from govlab.core.related import RelatedQuery, related_queries
from govlab.delivery.documents.batch import Batch, Row
from govlab.delivery.documents.facets import slug_of
from govlab.delivery.documents.queries import live_documents
from govlab.delivery.documents.registry import (
    DocumentType,
    View,
    document_types,
    parse,
    type_named,
    type_of_collection,
)
from govlab.delivery.models import ConsumerCursor
from govlab.delivery.models.head import LogState
from govlab.delivery.schemas.page import PageDocument

from . import frame as frames
from . import same_view
from .filters import Filters, add_number, number_of
from .parameters import COMPARE, PAGE, VIEW, query_string

PAGE_SIZE = 12
_COMPARED = 2
# Related documents are more than are shown, since some may be linked on the page already.
_CANDIDATES = 16

Rows = Mapping[str, list[Row]]


@dataclass(frozen=True)
class RelatedGroup:
    heading: str | Promise
    items: list[PageDocument]
    card: str


@dataclass(frozen=True)
class ShownSection:
    heading: str | Promise
    more: str | Promise
    index: PageDocument
    pages: list[PageDocument]
    template: str


@dataclass(frozen=True)
class ShownDoor:
    door: Door
    path: str


@dataclass(frozen=True)
class Content:
    context: dict[str, Any]
    # The state that it was read from; None if nothing was read.
    state: LogState | None
    # Whether all tables that were read had caught up with the log.
    settled: bool = True
    # When it is different although the log is not; None if it depends on the log only.
    expires_at: datetime | None = None

    @property
    def seconds(self) -> float | None:
        """How long it may be cached, as the response cache has it."""
        if not self.settled:
            return 0
        if self.expires_at is None:
            return None
        return max(0.0, (self.expires_at - timezone.now()).total_seconds())


class _Counted(Paginator):  # type: ignore[type-arg]  # not generic at run time
    """A paginator of which one page is known, and the number of all items."""

    def __init__(self, items: list[PageDocument], count: int) -> None:
        super().__init__(items, PAGE_SIZE)
        self.count = count

    def page(self, number: Any) -> Any:
        return Page(self.object_list, self.validate_number(number), self)


class Reading:
    """Plans what a document's page shows, reads it in one statement, and assembles the context."""

    def __init__(
        self,
        document: PageDocument,
        parameters: Mapping[str, str],
        frame: frames.Frame | None = None,
    ) -> None:
        self._document = document
        self._parameters = parameters
        self._frame = frame
        self._kind = type_named(document.type)
        self._view = self._kind.views.get(parameters.get(VIEW, ""))
        self._compared = [slug for slug in parameters.get(COMPARE, "").split(",") if slug]
        self._batch = Batch()
        self._related: list[RelatedQuery] = []
        self._filters: Filters | None = None
        self._part = self._kind.part(document, parameters) if self._kind.part else None
        # When one of the documents that were read looks different.
        self._turns = [document.turns_at()]

    def read(self) -> Content:
        """Raises Http404 for a page of a list that does not exist."""
        self._plan()
        state, rows = self._batch.run() if self._batch else (None, {})
        frame = self._frame or frames.from_rows(rows[frames.QUERY], self._document.locale)
        context: dict[str, Any] = {
            "page": self._document,
            "content_template": self._kind.template,
            "frame": frame,
            "documents": {document.id: document for document in self._cards(rows.get("shown", []))},
        }
        if self._kind.is_front:
            context["sections"] = list(self._sections(rows))
            context["doors"] = list(self._shown_doors(rows))
        compared = self._compared_of(rows)
        context["queries_elsewhere"] = same_view.queries(self._document, self._parameters, compared)
        if self._filters:
            context |= self._list(self._filters, rows, compared)
            if self._kind.comparison and len(compared) == _COMPARED:
                context |= _shown_as(self._kind.comparison, compared)
        if self._view:
            context |= _shown_as(self._view, [self._document])
        if self._kind.related:
            context["related_groups"] = list(self._groups(rows, context["documents"]))
        if self._part:
            context |= self._part.context(rows)
            self._turns.append(self._part.expires_at)
        settled = state is None or self._is_settled(state, rows)
        expires_at = min((moment for moment in self._turns if moment), default=None)
        return Content(context, state, settled, expires_at)

    def _plan(self) -> None:
        document = self._document
        if self._frame is None:
            frames.add_query(self._batch, document.locale)
        if shown := list(document.shown_pages()):
            self._batch.add("shown", live_documents().filter(pk__in=shown), text=F("json"))
        if self._kind.is_front:
            for section in front_sections():
                self._plan_section(section)
            self._batch.add(
                "doors",
                live_documents(locale=document.locale, under=document.path)
                .filter(type__in=[door.type for door in doors()])
                .order_by("tree_path"),
                text=F("card_json"),
                order=[F("tree_path")],
            )
        if self._kind.lists:
            self._plan_list(type_of_collection(self._kind.lists))
        if self._kind.related:
            self._plan_related()
        if self._part:
            self._part.add_queries(self._batch)

    def _plan_section(self, section: FrontSection) -> None:
        document = self._document
        kind = type_of_collection(section.collection)
        items = live_documents(section.collection, locale=document.locale, under=document.path)
        self._batch.add(
            f"section {section.collection}",
            items.order_by(*kind.order())[: section.limit],
            text=F("json"),
            order=kind.order(),
        )
        self._batch.add(
            f"index {section.collection}",
            live_documents(locale=document.locale, under=document.path)
            .filter(type__in=[other.name for other in _lists_of(section.collection)])
            .order_by("tree_path")[:1],
            text=F("json"),
        )

    def _plan_list(self, kind: DocumentType) -> None:
        document = self._document
        self._filters = Filters(kind, document.locale, self._parameters)
        self._filters.add_queries(self._batch)
        listed = live_documents(kind.collection, locale=document.locale, under=document.path)
        if self._kind.counted:
            self._filters.add_counts(self._batch, listed)
        if self._compared:
            paths = [f"{document.path}{slug}/" for slug in self._compared]
            self._batch.add("compared", listed.filter(path__in=paths), text=F("json"))
        listed = self._filters.apply(listed)
        add_number(self._batch, "count", listed)
        first = (page_number(self._parameters) - 1) * PAGE_SIZE
        self._batch.add(
            "items",
            listed.order_by(*kind.order())[first : first + PAGE_SIZE],
            text=F("json"),
            order=kind.order(),
        )

    def _plan_related(self) -> None:
        self._related = list(related_queries(self._document))
        for number, query in enumerate(self._related):
            documents = query.documents.order_by(*query.order())
            self._batch.add(
                f"related {number}",
                documents[:_CANDIDATES] if query.limit else documents,
                text=F("json"),
                order=query.order(),
            )
        behind = {query.consumer for query in self._related if query.consumer}
        if behind:
            self._batch.add(
                "consumers",
                ConsumerCursor.objects.filter(name__in=behind),
                text=F("name"),
                number=F("sequence"),
            )

    def _is_settled(self, state: LogState, rows: Rows) -> bool:
        wanted = {query.consumer for query in self._related if query.consumer}
        moved = {row.text: row.number for row in rows.get("consumers", [])}
        return all(moved.get(name, 0) == state.sequence for name in wanted)

    def _sections(self, rows: Rows) -> Iterator[ShownSection]:
        for section in front_sections():
            index = self._cards(rows[f"index {section.collection}"])
            pages = self._cards(rows[f"section {section.collection}"])
            if section.choose:
                pages = section.choose(pages)
            if index and pages:
                yield ShownSection(section.heading, section.more, index[0], pages, section.template)

    def _shown_doors(self, rows: Rows) -> Iterator[ShownDoor]:
        """One page of each type, the first in the order of the site."""
        cards = [json.loads(row.text) for row in reversed(rows["doors"])]
        paths = {card["type"]: card["path"] for card in cards}
        for door in doors():
            if door.type in paths:
                yield ShownDoor(door, paths[door.type])

    def _compared_of(self, rows: Rows) -> list[PageDocument]:
        """Return the items that a reader compares, in the order of their choice."""
        found = {
            slug_of(document.path): document for document in self._cards(rows.get("compared", []))
        }
        return [found[slug] for slug in self._compared if slug in found]

    def _list(self, filters: Filters, rows: Rows, compared: list[PageDocument]) -> dict[str, Any]:
        form = filters.form(rows)
        valid = form.is_valid()
        count = number_of(rows, "count") if valid else 0
        items = _Counted(self._cards(rows["items"]) if valid else [], count)
        try:
            page = items.page(page_number(self._parameters))
        except (EmptyPage, PageNotAnInteger):
            raise Http404("The list does not have this page.") from None
        slugs = ",".join(slug_of(document.path) for document in compared)
        kept = {COMPARE: slugs} if slugs else {}
        chosen = filters.chosen | kept
        return {
            "filters": form,
            "choices": filters.choices(rows, kept) if self._kind.counted else {},
            "items": page,
            "compared": compared,
            "filtered": bool(filters.chosen),
            "page_links": {
                name: f"?{query_string({**chosen, PAGE: number()})}"
                for name, number, exists in (
                    ("previous", page.previous_page_number, page.has_previous()),
                    ("next", page.next_page_number, page.has_next()),
                )
                if exists
            },
        }

    def _groups(self, rows: Rows, shown: Mapping[int, Any]) -> Iterator[RelatedGroup]:
        seen = {self._document.id, *shown}
        text = self._document.model_dump_json()
        for number, query in enumerate(self._related):
            items = [
                item
                for item in self._cards(rows[f"related {number}"])
                if item.id not in seen and not (query.unlinked and _links_to(text, item))
            ][: query.limit]
            if items:
                seen.update(item.id for item in items)
                yield RelatedGroup(query.heading, items, query.card)

    def _cards(self, rows: list[Row]) -> list[PageDocument]:
        """Parse documents of which the page shows only cards: without bodies, half of what they
        cost."""
        documents = [parse(json.loads(row.text) | {"body": []}) for row in rows]
        self._turns += [document.turns_at() for document in documents]
        return documents


def _shown_as(view: View, documents: list[PageDocument]) -> dict[str, Any]:
    titles = " – ".join(document.title for document in documents)
    return {"content_template": view.template, "view_title": view.title % {"title": titles}}


def _lists_of(collection: str) -> Iterator[DocumentType]:
    return (kind for kind in document_types() if kind.lists == collection)


def page_number(parameters: Mapping[str, str]) -> int:
    """Raises Http404 for what is no number of a page."""
    text = parameters.get(PAGE) or "1"
    if not (text.isascii() and text.isdecimal() and len(text) <= 6 and int(text)):
        raise Http404("The list does not have this page.")
    return int(text)


def _links_to(text: str, document: PageDocument) -> bool:
    """Whether JSON contains the URL of the document, as a value or within HTML."""
    return f'{document.url}"' in text or f'{document.url}\\"' in text
