"""Editors' decisions about zero-result queries, recorded in Wagtail's audit log."""

from collections.abc import Collection, Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from search.models.zero_result import ZeroResultQuery, ZeroResultState

# New state → action of the log, its label and its message.
ACTIONS: dict[str, tuple[str, Promise, Promise]] = {
    ZeroResultState.HANDLED: ("search.handle", _("Handle"), _("Query handled")),
    ZeroResultState.DISMISSED: ("search.dismiss", _("Dismiss"), _("Query dismissed")),
    ZeroResultState.OPEN: ("search.reopen", _("Open again"), _("Query opened again")),
}


def decide(rows: Iterable[ZeroResultQuery], state: ZeroResultState, user: Any) -> int:
    """Change the state of the queries; returns how many were changed."""
    moved = [row for row in rows if row.state != state]
    ZeroResultQuery.objects.filter(pk__in=[row.pk for row in moved]).update(state=state)
    for row in moved:
        log(row, ACTIONS[state][0], user=user)
    return len(moved)


def forget(rows: Collection[int]) -> None:
    """Delete the audit log entries of these rows."""
    kind = ContentType.objects.get_for_model(ZeroResultQuery)
    ModelLogEntry.objects.filter(content_type=kind, object_id__in=list(map(str, rows))).delete()
