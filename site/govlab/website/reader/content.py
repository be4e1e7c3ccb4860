"""The template context of a document, with what it shows of other documents.

Everything comes from one statement, so a page is of one state of the log.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F
from django.utils import timezone

from govlab.delivery.documents.batch import Batch
from govlab.delivery.documents.parts import Part
from govlab.delivery.documents.queries import live_documents
from govlab.delivery.documents.registry import type_named
from govlab.delivery.models.head import LogState
from govlab.delivery.schemas.page import PageDocument

from . import frame as frames
from . import same_view
from .cards import Cards
from .front_page import FrontPage
from .page_list import PageList
from .parameters import VIEW
from .related import Related
from .views import shown_as


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
        self._cards = Cards()
        self._parts = list(self._parts_for(parameters))
        self._related = Related(document, self._cards) if self._kind.related else None

    def read(self) -> Content:
        """Raises Http404 for a page of a list that does not exist."""
        batch = self._planned()
        state, rows = batch.run() if batch else (None, {})
        shown = {document.id: document for document in self._cards.of(rows.get("shown", []))}
        context: dict[str, Any] = {
            "page": self._document,
            "content_template": self._kind.template,
            "frame": self._frame or frames.from_rows(rows[frames.QUERY], self._document.locale),
            "documents": shown,
        }
        for part in self._parts:
            context |= part.context(rows)
        context["queries_elsewhere"] = same_view.queries(
            self._document, self._parameters, context.get("compared", [])
        )
        if self._view:
            context |= shown_as(self._view, [self._document])
        settled = True
        if self._related:
            context["related_groups"] = list(self._related.groups(rows, shown))
            settled = state is None or self._related.is_settled(state, rows)
        return Content(context, state, settled, self._expires_at())

    def _parts_for(self, parameters: Mapping[str, str]) -> Iterator[Part]:
        document, kind = self._document, self._kind
        if kind.is_front:
            yield FrontPage(document, self._cards)
        if kind.lists:
            yield PageList(document, kind, parameters, self._cards)
        if kind.part:
            yield kind.part(document, parameters)

    def _planned(self) -> Batch:
        batch = Batch()
        if self._frame is None:
            frames.add_query(batch, self._document.locale)
        if shown := list(self._document.shown_pages()):
            batch.add("shown", live_documents().filter(pk__in=shown), text=F("json"))
        for part in self._parts:
            part.add_queries(batch)
        if self._related:
            self._related.add_queries(batch)
        return batch

    def _expires_at(self) -> datetime | None:
        moments = [self._document.turns_at(), self._cards.expires_at]
        moments += [part.expires_at for part in self._parts]
        return min((moment for moment in moments if moment), default=None)
