"""Lists the work that is due, from Wagtail's schedule columns only.

The content of revisions is not read, so that an unreadable one does not block the others.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from wagtail.models import DraftStateMixin, Page, Revision

from ..models.scheduled import ScheduledAction
from . import kinds


@dataclass(frozen=True)
class Work:
    """A publication or expiry of a page or snippet, or of what another app registered."""

    action: ScheduledAction
    # The base model, as in Wagtail's revisions: `wagtailcore.Page` for pages.
    content_type_id: int
    object_id: str
    due_at: datetime
    revision_id: int | None = None

    @property
    def key(self) -> tuple[str, int, str]:
        return self.action, self.content_type_id, self.object_id

    @property
    def model(self) -> type[Any] | None:
        """The model, or None if it is not installed any more."""
        return ContentType.objects.get_for_id(self.content_type_id).model_class()

    def __str__(self) -> str:
        model = self.model._meta.label if self.model else f"content type {self.content_type_id}"
        revision = f", revision {self.revision_id}" if self.revision_id else ""
        return f"{self.action} of {model} {self.object_id}{revision}, due {self.due_at.isoformat()}"


def due_work(now: datetime) -> list[Work]:
    """Return the due work, the longest overdue first, publications before expiries."""
    found = [*_publications(now), *_registered(now), *_expirations(now)]
    return sorted(found, key=lambda work: (work.due_at, work.action != ScheduledAction.PUBLISH))


def draft_state_models() -> list[type[Any]]:
    """Return the models with schedule columns."""
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


def _registered(now: datetime) -> Iterator[Work]:
    for kind in kinds.registered():
        content_type = ContentType.objects.get_for_model(kind.model, for_concrete_model=False)
        for pk, due_at in kind.due(now):
            yield Work(ScheduledAction.PUBLISH, content_type.pk, str(pk), due_at)


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
