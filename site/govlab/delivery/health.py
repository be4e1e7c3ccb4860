"""Whether the server is alive, and whether what it needs answers."""

import logging
from collections.abc import Callable
from typing import Any

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .models import ConsumerCursor, Head, Mark, WorkerHeartbeat

logger = logging.getLogger(__name__)

# What a room says of itself: asked of every /readyz, so it must not wait for anybody's server.
Report = Callable[[], dict[str, Any]]
_reports: dict[str, Report] = {}


def register(name: str, report: Report) -> None:
    _reports[name] = report


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """The process answers; asks nothing else."""
    return JsonResponse({"status": "alive"})


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """503 without a database; a late worker, relay or consumer is reported and fails nothing."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        last = WorkerHeartbeat.objects.order_by("-seen_at").first()
        log = _log()
        rooms = {name: _report(name, report) for name, report in _reports.items()}
    except DatabaseError:
        return JsonResponse({"status": "unavailable", "database": "down"}, status=503)
    worker: dict[str, Any] = {"seen_at": None, "lag_seconds": None}
    if last:
        lag = (timezone.now() - last.seen_at).total_seconds()
        worker = {"seen_at": last.seen_at.isoformat(), "lag_seconds": round(lag, 1)}
    return JsonResponse({"status": "ready", "database": "up", "worker": worker, "log": log} | rooms)


def _report(name: str, report: Report) -> dict[str, Any]:
    try:
        return report()
    except DatabaseError:
        raise
    except Exception as error:
        logger.exception("“%s” cannot say how it is.", name)
        return {"error": type(error).__name__}


def _log() -> dict[str, Any]:
    """Where the log ends, what waits for the relay, and how far behind each consumer is."""
    state = Head.current()
    cursors = ConsumerCursor.objects.order_by("name")
    return {
        "epoch": state.epoch,
        "head": state.sequence,
        "waiting": Mark.objects.filter(attempts=0).count(),
        "failing": Mark.objects.filter(attempts__gt=0).count(),
        "behind": {cursor.name: state.sequence - cursor.sequence for cursor in cursors},
        # Whose cursor holds an error; the worker's log has it too.
        "in_error": [cursor.name for cursor in cursors if cursor.error],
    }
