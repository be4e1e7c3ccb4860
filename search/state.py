"""Which engine is meant to answer and which one does, for /readyz. Asks the database only."""

from typing import Any

from django.conf import settings

from . import choice
from .database.facade import DatabaseEngine
from .elastic.engine import ElasticsearchEngine
from .elastic.indices import LOCALES
from .elastic.readiness import ready_index
from .engines import EngineError


def state() -> dict[str, Any]:
    """What a cluster said, which may name its address, stands in the log and on the cursor."""
    meant = settings.GOVLAB_SEARCH_ENGINE
    if meant != ElasticsearchEngine.name:
        return {"engine": meant, "answers": meant}
    try:
        found = [ready_index(locale) for locale in LOCALES]
    except EngineError as error:
        return {"engine": meant, "answers": DatabaseEngine.name, "why": str(error)}
    report = {"engine": meant, "dictionaries": all(index.dictionaries for index in found)}
    if reason := choice.breaker.reason:
        why = f"It failed when it was last asked: {reason.partition(':')[0]}"
        return report | {"answers": DatabaseEngine.name, "why": why}
    return report | {"answers": meant}
