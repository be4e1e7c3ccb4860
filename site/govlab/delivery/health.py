"""Whether the server is alive, and whether what it needs answers."""

from typing import Any

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .models import WorkerHeartbeat


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """The process answers; asks nothing else."""
    return JsonResponse({"status": "alive"})


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """503 without a database; a late worker is reported and does not fail the check."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        last = WorkerHeartbeat.objects.order_by("-seen_at").first()
    except DatabaseError:
        return JsonResponse({"status": "unavailable", "database": "down"}, status=503)
    worker: dict[str, Any] = {"seen_at": None, "lag_seconds": None}
    if last:
        lag = (timezone.now() - last.seen_at).total_seconds()
        worker = {"seen_at": last.seen_at.isoformat(), "lag_seconds": round(lag, 1)}
    return JsonResponse({"status": "ready", "database": "up", "worker": worker})
