"""The state of the engines, without requests to the cluster."""

from typing import Any

from django.conf import settings

from . import failover
from .base import EngineError
from .database.engine import DatabaseEngine
from .elastic import indices
from .elastic.engine import ElasticsearchEngine
from .elastic.readiness import ready_indices


def report() -> dict[str, Any]:
    """Report for /readyz which engine is configured, and which one is in use.

    Errors of the cluster may include its address, so they are only in the log and on the cursor.
    """
    configured = settings.GOVLAB_SEARCH_ENGINE
    if configured != ElasticsearchEngine.name:
        return {"engine": configured, "active_engine": configured}
    try:
        ready = ready_indices()
        for locale in indices.LOCALES:
            ready.of(locale)
    except EngineError as error:
        return {"engine": configured, "active_engine": DatabaseEngine.name, "reason": str(error)}
    if reason := failover.breaker.reason:
        why = f"The last request failed: {reason.partition(':')[0]}"
        return {"engine": configured, "active_engine": DatabaseEngine.name, "reason": why}
    return {"engine": configured, "active_engine": configured}
