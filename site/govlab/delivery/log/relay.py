"""The relay: takes marks, remakes the documents they name, and appends what differs.

One step is one transaction under the head's lock: marks, documents and the new head are committed
together or not at all, so a crash at any point loses nothing and repeats nothing.
"""

import logging
from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from ..documents.tree import PublicTree
from ..models import Head, Mark
from ..models.mark import Scope
from . import expand
from .write import write_group

logger = logging.getLogger(__name__)

# Groups a step: long enough to be quick over many, short enough not to hold the lock for long.
STEP = 20
FIRST_DELAY = timedelta(seconds=2)
LONGEST_DELAY = timedelta(minutes=10)


def drain() -> int:
    """Steps until no mark is due; returns how many entries were appended."""
    appended = 0
    while True:
        done = step()
        if done is None:
            return appended
        appended += done


def step(*, newest_first: bool = False, size: int = STEP, wait: bool = True) -> int | None:
    """Relays some of the due marks. Returns the entries appended; None where no mark was due.

    Raises OperationalError where `wait` is off and another relay is at work.
    """
    with transaction.atomic():
        head = Head.lock(wait=wait)
        marks = list(_due().order_by("-pk" if newest_first else "pk")[:size])
        if not marks:
            return None
        before = head.sequence
        wide = [mark for mark in marks if mark.scope != Scope.GROUP]
        for mark in wide:
            expand.expand(mark)
        # A mark without a document of its own changes what readers get all the same: see Head.
        touched = bool(wide)
        keys = list(dict.fromkeys(UUID(mark.key) for mark in marks if mark.scope == Scope.GROUP))
        touched |= relay_groups(keys, head)
        Mark.objects.filter(pk__in=[mark.pk for mark in wide]).delete()
        if touched:
            head.revision += 1
            head.save()
        return head.sequence - before


def relay_groups(keys: Iterable[UUID], head: Head) -> bool:
    """Whether readers may get anything different now."""
    tree = PublicTree()
    touched = False
    for key in keys:
        # Every mark of the group that is there now is dealt with by remaking it once.
        marks = list(
            Mark.objects.filter(scope=Scope.GROUP, key=str(key)).values_list("pk", flat=True)
        )
        sequence = head.sequence
        try:
            with transaction.atomic():
                outcome = write_group(key, head, tree)
                if outcome.cards_changed:
                    expand.mark_dependents([key], "a page it shows changed")
                expand.mark_below(outcome.opened, "a page above it changed")
        except Exception as error:
            head.sequence = sequence
            logger.exception("Page group %s could not be relayed.", key)
            _postpone(key, marks, error)
        else:
            touched |= outcome.touched
            if outcome.error:
                _postpone(key, marks, outcome.error)
            else:
                Mark.objects.filter(pk__in=marks).delete()
    return touched


def _due() -> QuerySet[Mark]:
    return Mark.objects.filter(Q(not_before=None) | Q(not_before__lte=timezone.now()))


def _postpone(key: UUID, marks: list[int], error: Exception) -> None:
    """Tries again later, and later each time, so that nobody else's marks wait."""
    unmarked = [Mark(scope=Scope.GROUP, key=str(key), reason="rebuilt without success")]
    for mark in list(Mark.objects.filter(pk__in=marks)) or unmarked:
        delay = min(FIRST_DELAY * 2 ** min(mark.attempts, 12), LONGEST_DELAY)
        mark.attempts += 1
        mark.not_before = timezone.now() + delay
        mark.error = f"{type(error).__name__}: {error}"
        mark.save()
