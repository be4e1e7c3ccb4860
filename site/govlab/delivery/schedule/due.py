"""What is due: read from the columns that Wagtail schedules by, never from a revision's content.

One content that cannot be read must not keep everything else from being listed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from wagtail.models import DraftStateMixin, Page, Revision

from ..models.scheduled import ScheduledAction


@dataclass(frozen=True)
class Work:
    """One publication or expiry of one page or snippet."""

    action: ScheduledAction
    # Of the model that keeps the schedule; for pages of every type that is `Page`.
    content_type_id: int
    object_id: str
    due_at: datetime
    revision_id: int | None = None

    @property
    def key(self) -> tuple[str, int, str]:
        return self.action, self.content_type_id, self.object_id

    @property
    def model(self) -> type[Any] | None:
        """None where the code has no such model any more."""
        return ContentType.objects.get_for_id(self.content_type_id).model_class()

    def __str__(self) -> str:
        model = self.model._meta.label if self.model else f"content type {self.content_type_id}"
        revision = f", revision {self.revision_id}" if self.revision_id else ""
        return f"{self.action} of {model} {self.object_id}{revision}, due {self.due_at.isoformat()}"


def due_work(now: datetime) -> list[Work]:
    """The longest overdue first. What was to go live before it was to expire does so first."""
    found = [*_publications(now), *_expirations(now)]
    return sorted(found, key=lambda work: (work.due_at, work.action != ScheduledAction.PUBLISH))


def draft_state_models() -> list[type[Any]]:
    """The models with columns for a schedule."""
    snippets = [
        model
        for model in apps.get_models()
        if issubclass(model, DraftStateMixin)
        and not issubclass(model, Page)
        and not model._meta.proxy
    ]
    return [Page, *snippets]


def _publications(now: datetime) -> Iterator[Work]:
    rows = (
        Revision.objects.filter(approved_go_live_at__lte=now)
        .order_by("approved_go_live_at", "pk")
        .values_list("pk", "base_content_type", "object_id", "approved_go_live_at")
    )
    for pk, content_type, object_id, due_at in rows:
        yield Work(ScheduledAction.PUBLISH, content_type, object_id, due_at, pk)


def _expirations(now: datetime) -> Iterator[Work]:
    for model in draft_state_models():
        content_type = ContentType.objects.get_for_model(model, for_concrete_model=False)
        rows = (
            model._default_manager.filter(live=True, expire_at__lte=now)
            .order_by("expire_at", "pk")
            .values_list("pk", "expire_at")
        )
        for pk, due_at in rows:
            yield Work(ScheduledAction.EXPIRE, content_type.pk, str(pk), due_at)
