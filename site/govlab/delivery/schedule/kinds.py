"""Scheduled work of other apps, which runs with that of pages and snippets.

It is in the same queue, is retried in the same way and appears in the same report.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Model


class ScheduledKind(ABC):
    """Publications of instances of one model. The permissions are those of the model's policy in
    Wagtail's registry: "change" to see that it is late, "publish" to retry it."""

    model: type[Model]

    @abstractmethod
    def due(self, now: datetime) -> Iterable[tuple[int, datetime]]:
        """Return the primary keys of what is due, with the times."""

    @abstractmethod
    def carry_out(self, pk: int, now: datetime) -> bool:
        """Called in a transaction. Return True if it is done or obsolete, False if it is locked.

        Raises ValidationError with the reasons, in the active language, for a refusal.
        """

    @abstractmethod
    def changed_since(self, pk: int, moment: datetime) -> bool:
        """Whether it was changed, so that it is retried at once."""

    @abstractmethod
    def url(self, instance: Any) -> str:
        """Return the URL of its page in the administration."""


_kinds: dict[type[Model], ScheduledKind] = {}


def register(kind: ScheduledKind) -> None:
    _kinds[kind.model] = kind


def registered() -> Iterable[ScheduledKind]:
    return _kinds.values()


def kind_of(model: type[Any] | None) -> ScheduledKind | None:
    return _kinds.get(model) if model else None
