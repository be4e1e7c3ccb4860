"""Continuously compares the log with the pages, and repairs differences.

It works in short slices, within the worker's rounds, and compares everything about once a day. A
group with a pending mark is left to the relay. Any other difference is logged and stored as a
divergence, and its group is marked, so that the relay rebuilds it.
"""

import logging
import time
from datetime import datetime, timedelta
from math import ceil
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page

from ..documents.tree import PublicTree
from ..locks import exclusive, wait_at_most
from ..log import marks
from ..log.audit import Difference, differences_of
from ..models import Divergence, Document, Head, LogCheck, Mark
from ..models.mark import Scope

logger = logging.getLogger(__name__)

ROUND = timedelta(hours=20)
# The duration of one slice: a tenth of the time, with a round every ten seconds.
SLICE_SECONDS = 1.0
# Longer pauses are not caught up at once.
LONGEST_PAUSE = timedelta(minutes=5)
LOCK_SECONDS = 5
RETENTION = timedelta(days=90)


def check_slice() -> None:
    """Compare the next groups, unless another worker is doing so."""
    with exclusive("log check") as ours:
        if ours:
            _note_what_is_mended()
            _check_slice(time.monotonic() + SLICE_SECONDS)


def check_group(key: UUID) -> list[Difference]:
    """Return the differences without a pending mark, after storing them and marking the group."""
    if not _differences(key):
        return []
    with transaction.atomic():
        wait_at_most(LOCK_SECONDS)
        # Under the lock no relay deletes marks, so every committed change still has its own.
        Head.lock()
        found = _differences(key)
        if not found or _is_marked(key):
            return []
        _store(key, found)
        marks.mark_group(key, "the log was found to differ")
    for difference in found:
        logger.error("The log differs from the pages and is being repaired: %s.", difference)
    return found


def _check_slice(deadline: float) -> None:
    now = timezone.now()
    check = LogCheck.objects.filter(pk=LogCheck.SINGLETON).first() or _begin(LogCheck(), now)
    number = _number(check, now)
    keys = _next_keys(check.cursor, number)
    for key in keys:
        check.found += len(check_group(key))
        check.groups += 1
        check.cursor = key
        if time.monotonic() > deadline:
            break
    if len(keys) < number and check.cursor == (keys[-1] if keys else check.cursor):
        _finish(check, now)
    check.compared_at = now
    check.save()


def _number(check: LogCheck, now: datetime) -> int:
    """Return how many groups to compare now, to complete a round in time."""
    pause = min(max(now - check.compared_at, timedelta()), LONGEST_PAUSE)
    return max(1, ceil(check.total * (pause / ROUND)))


def _next_keys(after: UUID | None, number: int) -> list[UUID]:
    """Return the next translation keys, of pages and of documents whose page was deleted."""
    pages = Page.objects.filter(depth__gt=1)
    documents = Document.objects.filter(live=True)
    if after:
        pages = pages.filter(translation_key__gt=after)
        documents = documents.filter(translation_key__gt=after)
    found: set[UUID] = set()
    for rows in (pages, documents):
        keys = rows.order_by("translation_key").values_list("translation_key", flat=True)
        found.update(keys.distinct()[:number])
    return sorted(found)[:number]


def _begin(check: LogCheck, now: datetime) -> LogCheck:
    check.cursor = None
    check.started_at = check.compared_at = now
    check.groups = check.found = 0
    pages = Page.objects.filter(depth__gt=1)
    check.total = pages.values("translation_key").distinct().count()
    return check


def _finish(check: LogCheck, now: datetime) -> None:
    check.last_started_at, check.last_finished_at = check.started_at, now
    check.last_groups, check.last_found = check.groups, check.found
    _begin(check, now)
    Divergence.objects.filter(mended_at__lt=now - RETENTION).delete()


def _differences(key: UUID) -> list[Difference]:
    """Return the differences; a failure of the comparison counts as one."""
    try:
        with transaction.atomic():
            return list(differences_of(key, PublicTree()))
    except Exception as error:
        return [Difference(0, f"group {key}", f"not compared ({type(error).__name__}: {error})")]


def _is_marked(key: UUID) -> bool:
    """Whether the relay will rebuild the group: it has a mark, or a wide one may include it."""
    own = Q(scope=Scope.GROUP, key=str(key))
    wider = ~Q(scope__in=[Scope.GROUP, Scope.ROUTES])
    return Mark.objects.filter(own | wider).exists()


def _store(key: UUID, found: list[Difference]) -> None:
    now = timezone.now()
    open_ = Divergence.objects.filter(translation_key=key, mended_at=None)
    known = set(open_.values_list("page_id", "message", "detail"))
    Divergence.objects.bulk_create(
        Divergence(
            translation_key=key,
            page_id=difference.page_id,
            path=difference.path,
            message=difference.message,
            detail=detail,
            found_at=now,
        )
        for difference in found
        if (
            difference.page_id,
            difference.message,
            detail := ", ".join(difference.fields),
        )
        not in known
    )


def _note_what_is_mended() -> None:
    keys = Divergence.objects.filter(mended_at=None).values_list("translation_key", flat=True)
    for key in list(keys.order_by("translation_key").distinct()[:20]):
        if _is_marked(key) or _differences(key):
            continue
        mended = Divergence.objects.filter(translation_key=key, mended_at=None)
        mended.update(mended_at=timezone.now())
        logger.info("The log equals the pages of group %s again.", key)
