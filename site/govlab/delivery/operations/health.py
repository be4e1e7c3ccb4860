"""The health checks: liveness and readiness."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ..models import Head
from . import state

logger = logging.getLogger(__name__)

# The report of an app. It is part of every /readyz, so it must not wait for other servers.
Report = Callable[[], dict[str, Any]]
_reports: dict[str, Report] = {}


def register(name: str, report: Report) -> None:
    _reports[name] = report


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Liveness: the process responds. Depends on nothing else."""
    return JsonResponse({"status": "alive"})


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Readiness: 503 without a database. Delays and failures are reported without changing the
    status.

    It is public and therefore reports numbers only; the report in the admin has the details.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        report = {
            "worker": _worker(),
            "log": _log(),
            "schedule": _schedule(),
            "check": _check(),
        }
        others = {name: _report(name, report) for name, report in _reports.items()}
    except DatabaseError:
        return JsonResponse({"status": "unavailable", "database": "down"}, status=503)
    return JsonResponse({"status": "ready", "database": "up"} | report | others)


def _report(name: str, report: Report) -> dict[str, Any]:
    try:
        return report()
    except DatabaseError:
        raise
    except Exception as error:
        logger.exception("The health report “%s” failed.", name)
        return {"error": type(error).__name__}


def _worker() -> dict[str, Any]:
    seen = state.heartbeats()[:1]
    last = seen[0].seen_at if seen else None
    return {"seen_at": _text(last), "lag_seconds": state.seconds_since(last)}


def _log() -> dict[str, Any]:
    """Report the end of the log, the marks waiting for the relay, and the lag of each consumer."""
    head, marks = Head.current(), state.marks()
    cursors = state.consumer_states(head.sequence)
    return {
        "epoch": head.epoch,
        "head": head.sequence,
        "waiting": marks.waiting,
        "failing": marks.failing,
        "oldest_mark_seconds": state.seconds_since(marks.oldest_at),
        "behind": {cursor.name: cursor.behind for cursor in cursors},
        # The consumers that failed; the errors are in the worker's log.
        "in_error": [cursor.name for cursor in cursors if cursor.error],
    }


def _schedule() -> dict[str, Any]:
    late = state.late()
    return {
        "late": late.count,
        "failing": late.failing,
        "oldest_seconds": state.seconds_since(late.oldest_at),
    }


def _check() -> dict[str, Any]:
    """Report the last complete comparison of the log with the pages."""
    check = state.check()
    return {
        "finished_at": _text(check.last_finished_at if check else None),
        "groups": check.last_groups if check else 0,
        "found": check.last_found if check else 0,
        "open_differences": state.open_differences(),
    }


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
