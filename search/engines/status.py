"""The state of the engines, from the database only: no cluster is asked."""

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

# Longer than a search may take and an index needs to show what was written to it, together.
SETTLED = timedelta(seconds=5)
_CONSUMERS = {
    DatabaseEngine.name: database.CONSUMER,
    ElasticsearchEngine.name: indices.CONSUMER,
}


def report() -> dict[str, Any]:
    """For /readyz: which engine is configured, and which one answers.

    What a cluster said, which may name its address, stands in the log and on the cursor.
    """
    configured = settings.GOVLAB_SEARCH_ENGINE
    if configured != ElasticsearchEngine.name:
        return {"engine": configured, "answers": configured}
    try:
        found = [ready_index(locale) for locale in indices.LOCALES]
    except EngineError as error:
        return {"engine": configured, "answers": DatabaseEngine.name, "why": str(error)}
    state = {"engine": configured, "dictionaries": all(index.dictionaries for index in found)}
    if reason := failover.breaker.reason:
        why = f"It failed when it was last asked: {reason.partition(':')[0]}"
        return state | {"answers": DatabaseEngine.name, "why": why}
    return state | {"answers": configured}


def is_settled(engine: str) -> bool:
    """Whether the engine's index was at the log's end when it was asked a moment ago."""
    cursor = ConsumerCursor.objects.filter(name=_CONSUMERS[engine]).first()
    if cursor is None or cursor.error or timezone.now() - cursor.moved_at < SETTLED:
        return False
    return cursor.sequence == Head.current().sequence
