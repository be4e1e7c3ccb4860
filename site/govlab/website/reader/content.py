"""The template context of a document, with what it shows of other documents.

Everything comes from one statement, so a page is of one state of the log.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from govlab.delivery.documents.registry import type_named
from govlab.delivery.models.head import LogState
from govlab.delivery.schemas.page import PageDocument

from . import frame as frames
from . import plan as plans
from . import same_view
from .cards import Cards
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


def read(
    document: PageDocument, parameters: Mapping[str, str], frame: frames.Frame | None = None
) -> Content:
    """Read what the page shows. Raises Http404 for a page of a list that does not exist."""
    plan = plans.plan_of(document, parameters, with_frame=frame is None)
    state, rows = plan.statement.run() if plan.statement else (None, {})
    cards = Cards()
    shown = {each.id: each for each in cards.of(rows.get("shown", []))}
    context: dict[str, Any] = {
        "page": document,
        "content_template": type_named(document.type).template,
        "frame": frame or frames.from_rows(rows[frames.QUERY], document.locale),
        "documents": shown,
    }
    for part in plan.parts:
        context |= part.context(rows, cards.of)
    context["queries_elsewhere"] = same_view.queries(
        document, parameters, context.get("compared", [])
    )
    if plan.view:
        context |= shown_as(plan.view, [document])
    settled = True
    if plan.related:
        context["related_groups"] = list(plan.related.groups(rows, cards.of, shown))
        settled = state is None or plan.related.is_settled(state, rows)
    expires_at = min(filter(None, (document.turns_at(), cards.expires_at)), default=None)
    return Content(context, state, settled, expires_at)
