"""What Wagtail's log says of questions; it is forgotten with them."""

from collections.abc import Collection, Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from ..models.gap import GapState, SearchGap

# New state → action of the log, its label and its message.
ACTIONS: dict[str, tuple[str, Promise, Promise]] = {
    GapState.HANDLED: ("search.handle", _("Handle"), _("Question handled")),
    GapState.DISMISSED: ("search.dismiss", _("Dismiss"), _("Question dismissed")),
    GapState.OPEN: ("search.reopen", _("Open again"), _("Question opened again")),
}


def decide(gaps: Iterable[SearchGap], state: GapState, user: Any) -> int:
    """Moves questions to another state; returns how many were moved."""
    moved = [gap for gap in gaps if gap.state != state]
    SearchGap.objects.filter(pk__in=[gap.pk for gap in moved]).update(state=state)
    for gap in moved:
        log(gap, ACTIONS[state][0], user=user)
    return len(moved)


def forget(gaps: Collection[int]) -> None:
    kind = ContentType.objects.get_for_model(SearchGap)
    ModelLogEntry.objects.filter(
        content_type=kind, object_id__in=[str(gap) for gap in gaps]
    ).delete()
