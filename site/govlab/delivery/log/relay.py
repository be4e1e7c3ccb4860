"""The relay: rebuilds the documents of dirty marks, and appends those that differ to the log.

Each step is one transaction under the lock of the head. Marks, documents and the new head are
committed atomically, so a crash loses nothing and repeats nothing.
"""

import logging
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from .. import conf
from ..documents.group import Group, load_groups
from ..documents.tree import PublicTree
from ..models import Head, Mark
from ..models.mark import Scope
from . import address, expand
from .marks import add_references
from .shown import ShownPages
from .stored import Stored
from .withdraw import forget_notes, withdraw_hidden
from .write import Outcome, write_group

logger = logging.getLogger(__name__)

# Groups per step: a compromise between throughput and the time that the lock is held.
STEP = 20
FIRST_DELAY = timedelta(seconds=2)
LONGEST_DELAY = timedelta(minutes=10)
MOST_ATTEMPTS = 1_000_000
LONGEST_ERROR = 2_000


def drain() -> int:
    """Relay all due marks. Returns the number of entries appended."""
    appended = 0
    while True:
        done = step()
        if done is None:
            return appended
        appended += done


def step(*, newest_first: bool = False, size: int = STEP, wait: bool = True) -> int | None:
    """Relay some of the due marks. Returns the number of entries appended; None if none was due.

    Raises OperationalError if `wait` is false and another relay holds the lock.
    """
    # Without the lock, as mostly nothing is due.
    if not _due().exists():
        return None
    with transaction.atomic():
        head = Head.lock(wait=wait)
        if not wait and not address.is_ours(head):
            return None
        marks = list(_due().order_by("priority", "-pk" if newest_first else "pk")[:size])
        if not marks:
            return None
        before = head.sequence
        wide = [mark for mark in marks if mark.scope != Scope.GROUP]
        # Marks that change no document may still change responses: see Head.
        touched = bool(wide)
        if wide:
            _expand(wide, head)
        keys = list(dict.fromkeys(UUID(mark.key) for mark in marks if mark.scope == Scope.GROUP))
        touched |= relay_groups(keys, head)
        if touched:
            head.address = head.address or conf.site_url()
            head.revision += 1
            head.save()
        return head.sequence - before


def relay_groups(keys: list[UUID], head: Head) -> bool:
    """Rebuild the groups with the rest of their batches, and return whether any response may have
    changed.

    Pages that are not public any more are withdrawn first, in all groups. Marks are read before
    pages, so that no mark is deleted whose change was not seen.
    """
    if not keys:
        return False
    marks = _marks_of(keys)
    tree = PublicTree()
    groups = load_groups(keys, tree)
    # After the pages were read, which may be later than the marks: a batch that was committed in
    # between is seen in full.
    if rest := _rest_of_batches(keys):
        return relay_groups([*keys, *rest], head)
    touched = withdraw_hidden(groups.values(), head)
    forget_notes(groups.values())
    stored = Stored.of(groups.values())
    shown = ShownPages(groups)
    done: list[Mark] = []
    for key, group in groups.items():
        outcome = _write(group, head, tree, stored)
        touched |= outcome.touched
        shown.add(outcome.references)
        if outcome.cards_changed:
            shown.changed(key)
        if outcome.error:
            _postpone(key, marks[key], outcome.error)
        else:
            done += marks[key]
    add_references(shown.outdated, "a page it shows changed")
    Mark.objects.filter(pk__in=[mark.pk for mark in done]).delete()
    return touched


def _expand(marks: list[Mark], head: Head) -> None:
    tree = PublicTree()
    for mark in marks:
        sequence = head.sequence
        try:
            with transaction.atomic():
                expand.expand(mark, head, tree)
        except Exception as error:
            head.sequence = sequence
            logger.exception("Mark “%s” could not be expanded.", mark)
            _put_off(mark, mark.attempts + 1, error)


def _write(group: Group, head: Head, tree: PublicTree, stored: Stored) -> Outcome:
    if not group.public:
        return Outcome()
    sequence = head.sequence
    try:
        return write_group(group, head, tree, stored)
    except Exception as error:
        head.sequence = sequence
        logger.exception("Page group %s could not be relayed.", group.key)
        return Outcome(error=error)


def _due() -> QuerySet[Mark]:
    return Mark.objects.filter(Q(not_before=None) | Q(not_before__lte=timezone.now()))


def _rest_of_batches(keys: list[UUID]) -> list[UUID]:
    """Return the groups that must be relayed with these, in the same transaction."""
    named = Mark.objects.filter(scope=Scope.GROUP)
    batches = named.filter(key__in=[str(key) for key in keys]).exclude(batch="").values("batch")
    found = _due().filter(scope=Scope.GROUP, batch__in=batches).values_list("key", flat=True)
    return list(dict.fromkeys(map(UUID, found.order_by("pk"))).keys() - set(keys))


def _marks_of(keys: list[UUID]) -> dict[UUID, list[Mark]]:
    """Return all marks of each group, since one rebuild serves them all."""
    marks: dict[UUID, list[Mark]] = {key: [] for key in keys}
    for mark in Mark.objects.filter(scope=Scope.GROUP, key__in=[str(key) for key in keys]):
        marks[UUID(mark.key)].append(mark)
    return marks


def _postpone(key: UUID, marks: list[Mark], error: Exception) -> None:
    """Retry the group later, with exponential backoff, so that it does not block other marks.

    Its marks are merged into one. A new mark resets the backoff, since the page has changed.
    """
    merged = max(marks, key=lambda mark: mark.pk, default=None) or _failed(key)
    Mark.objects.filter(pk__in=[mark.pk for mark in marks if mark != merged]).delete()
    attempts = [mark.attempts for mark in marks]
    _put_off(merged, 1 if 0 in attempts else max(attempts, default=0) + 1, error)


def _failed(key: UUID) -> Mark:
    """A mark for a group that was rebuilt without one. Created in bulk, it does not wake us."""
    (mark,) = Mark.objects.bulk_create(
        [Mark(scope=Scope.GROUP, key=str(key), reason="rebuilt without success")]
    )
    return mark


def _put_off(mark: Mark, attempts: int, error: Exception) -> None:
    delay = min(FIRST_DELAY * 2 ** min(attempts - 1, 12), LONGEST_DELAY)
    message = f"{type(error).__name__}: {error}"[:LONGEST_ERROR]
    Mark.objects.filter(pk=mark.pk).update(
        attempts=min(attempts, MOST_ATTEMPTS),
        not_before=timezone.now() + delay,
        # Without NUL and lone surrogates, which databases reject.
        error=message.replace("\0", "").encode(errors="replace").decode(),
    )
