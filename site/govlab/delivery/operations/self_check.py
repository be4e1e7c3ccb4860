"""The log compares itself with the pages all the time, and mends what differs.

A piece at a time, in the worker's rounds: quick enough for a whole round a day, never for long. A
group that differs while a mark of it waits is left to the relay. Any other difference is kept as a
divergence, said in the server's log, and its group marked, so that the relay rebuilds it.
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
# How long one piece may take. Of a worker that looks every ten seconds it is a tenth of the time.
SLICE_SECONDS = 1.0
# A pause that is longer is not made good at once.
LONGEST_PAUSE = timedelta(minutes=5)
LOCK_SECONDS = 5
KEPT = timedelta(days=90)


def check_slice() -> None:
    """Compares the groups whose turn it is. Where another worker is at it, that one does."""
    with exclusive("log check") as ours:
        if ours:
            _note_what_is_mended()
            _check_slice(time.monotonic() + SLICE_SECONDS)


def check_group(key: UUID) -> list[Difference]:
    """What differs though no mark waits. It is kept, and the group marked."""
    if not _differences(key):
        return []
    with transaction.atomic():
        wait_at_most(LOCK_SECONDS)
        # Under the lock no relay takes marks away: whatever change is seen here has its own by now.
        Head.lock()
        found = _differences(key)
        if not found or _is_marked(key):
            return []
        _keep(key, found)
        marks.mark_group(key, "the log was found to differ")
    for difference in found:
        logger.error("The log differed from the pages, and is mended: %s.", difference)
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
    """How many groups keep the pace of a round."""
    pause = min(max(now - check.compared_at, timedelta()), LONGEST_PAUSE)
    return max(1, ceil(check.total * (pause / ROUND)))


def _next_keys(after: UUID | None, number: int) -> list[UUID]:
    """Of pages that are there and of documents whose page is gone."""
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
    Divergence.objects.filter(mended_at__lt=now - KEPT).delete()


def _differences(key: UUID) -> list[Difference]:
    """Also where the comparison itself fails: what cannot be read is not known to be right."""
    try:
        with transaction.atomic():
            return list(differences_of(key, PublicTree()))
    except Exception as error:
        return [Difference(0, f"group {key}", f"not compared ({type(error).__name__}: {error})")]


def _is_marked(key: UUID) -> bool:
    """Whether the relay is still to look at the group; a wider mark may mean it too."""
    own = Q(scope=Scope.GROUP, key=str(key))
    wider = ~Q(scope__in=[Scope.GROUP, Scope.ROUTES])
    return Mark.objects.filter(own | wider).exists()


def _keep(key: UUID, found: list[Difference]) -> None:
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
