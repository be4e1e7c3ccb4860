"""Overdue publications and expiries, as shown to editors."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permissions import policy_registry

from ..models import ScheduledAction, ScheduledFailure
from . import kinds
from .due import Work, due_work

# The worker polls every few seconds; work that is due for longer was missed or failed.
GRACE = timedelta(minutes=1)


@dataclass(frozen=True)
class LateWork:
    work: Work
    failure: ScheduledFailure | None
    # The live page or snippet; None if it was deleted.
    instance: Any

    @property
    def key(self) -> str:
        return ":".join(map(str, self.work.key))

    @property
    def is_page(self) -> bool:
        return isinstance(self.instance, Page)

    @property
    def url(self) -> str:
        """The URL in the administration where it can be changed; empty if there is none."""
        if self.is_page:
            return reverse("wagtailadmin_pages:edit", args=[self.instance.pk])
        kind = None if self.instance is None else kinds.kind_of(type(self.instance))
        return kind.url(self.instance) if kind else ""

    @property
    def title(self) -> str:
        if self.is_page:
            return str(self.instance.get_admin_display_title())
        return str(self.work if self.instance is None else self.instance)

    @property
    def reason(self) -> str:
        if self.failure:
            return self.failure.reason
        return _(
            "It is still waiting: the worker is not running, or somebody is changing the "
            "page at the moment."
        )

    @property
    def message(self) -> str:
        values = {"due": _moment(self.work.due_at), "reason": self.reason}
        if self.work.action == ScheduledAction.PUBLISH:
            text = _("This was due to be published at %(due)s and is late: %(reason)s") % values
        else:
            text = _("This was due to be unpublished at %(due)s and is late: %(reason)s") % values
        if self.failure:
            next_try = _("The next attempt is made automatically at %(moment)s.")
            text += " " + next_try % {"moment": _moment(self.failure.next_try_at)}
        return text

    def is_for(self, user: Any, *permissions: str) -> bool:
        """Whether the user has any of the permissions for the page or snippet."""
        if self.instance is None:
            return bool(user.is_superuser)
        policy = policy_registry.get(self.instance)
        return bool(policy.user_has_any_permission_for_instance(user, permissions, self.instance))


def late_work(now: datetime) -> list[LateWork]:
    """Return all late work, the longest overdue first."""
    failures = {
        (failure.action, failure.content_type_id, failure.object_id): failure
        for failure in ScheduledFailure.objects.all()
    }
    late = [
        (work, failures.get(work.key))
        for work in due_work(now)
        if work.key in failures or work.due_at < now - GRACE
    ]
    instances = _instances([work for work, failure in late])
    return [LateWork(work, failure, instances.get(work.key[1:])) for work, failure in late]


def late_for(user: Any, now: datetime) -> list[LateWork]:
    """Return late work of pages and snippets that the user may change or publish."""
    return [late for late in late_work(now) if late.is_for(user, "change", "publish")]


def late_of(instance: Any, now: datetime) -> list[LateWork]:
    """Return late work of a page or snippet."""
    return [late for late in late_work(now) if _same(late.instance, instance)]


def _same(stored: Any, instance: Any) -> bool:
    return stored is not None and stored.pk == instance.pk and isinstance(instance, type(stored))


def _instances(works: list[Work]) -> dict[tuple[int, str], Any]:
    wanted: dict[int, list[str]] = defaultdict(list)
    models = {}
    for work in works:
        wanted[work.content_type_id].append(work.object_id)
        models[work.content_type_id] = work.model
    return {
        (content_type_id, str(pk)): instance
        for content_type_id, model in models.items()
        if model is not None
        for pk, instance in model._default_manager.in_bulk(wanted[content_type_id]).items()
    }


def _moment(moment: datetime) -> str:
    return date_format(localtime(moment), "SHORT_DATETIME_FORMAT")
