"""The state of the engines, without requests to the cluster."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone

from govlab.delivery.models import ConsumerCursor, Head

from . import failover
from .base import EngineError
from .database import consumer as database
from .database.engine import DatabaseEngine
from .elastic import indices
from .elastic.engine import ElasticsearchEngine
from .elastic.readiness import ready_index

# Longer than the search timeout and the refresh interval of an index together.
SETTLED = timedelta(seconds=5)
_CONSUMERS = {
    DatabaseEngine.name: database.CONSUMER,
    ElasticsearchEngine.name: indices.CONSUMER,
}


def report() -> dict[str, Any]:
    """Report for /readyz which engine is configured, and which one is in use.

    Errors of the cluster may include its address, so they are only in the log and on the cursor.
    """
    configured = settings.GOVLAB_SEARCH_ENGINE
    if configured != ElasticsearchEngine.name:
        return {"engine": configured, "active_engine": configured}
    try:
        found = [ready_index(locale) for locale in indices.LOCALES]
    except EngineError as error:
        return {"engine": configured, "active_engine": DatabaseEngine.name, "reason": str(error)}
    state = {"engine": configured, "dictionaries": all(index.dictionaries for index in found)}
    if reason := failover.breaker.reason:
        why = f"The last request failed: {reason.partition(':')[0]}"
        return state | {"active_engine": DatabaseEngine.name, "reason": why}
    return state | {"active_engine": configured}


def is_settled(engine: str) -> bool:
    """Whether the engine's index was up to date with the log during the last request."""
    cursor = ConsumerCursor.objects.filter(name=_CONSUMERS[engine]).first()
    if cursor is None or cursor.error or timezone.now() - cursor.moved_at < SETTLED:
        return False
    return cursor.sequence == Head.current().sequence
