"""The engine of the settings, and the database wherever that one cannot answer."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.conf import settings

from .base import Engine, EngineError, RequestRefusedError
from .circuit_breaker import CircuitBreaker
from .database.engine import DatabaseEngine
from .elastic.engine import ElasticsearchEngine

logger = logging.getLogger(__name__)

T = TypeVar("T")

# An engine is made for one request: its time-out is for everything that request needs.
ENGINES: dict[str, Callable[[], Engine]] = {
    DatabaseEngine.name: DatabaseEngine,
    ElasticsearchEngine.name: ElasticsearchEngine,
}
# How long a server that failed is not asked, so that not every reader waits for its time-out.
RESET_SECONDS = 5.0
breaker = CircuitBreaker(RESET_SECONDS)


@dataclass(frozen=True)
class Served(Generic[T]):
    value: T
    engine: str
    # Whether the database stood in for the engine of the settings.
    degraded: bool


def run(request: Callable[[Engine], T]) -> Served[T]:
    """Hands the request an engine, which it may ask several things."""
    configured = ENGINES[settings.GOVLAB_SEARCH_ENGINE]()
    if isinstance(configured, DatabaseEngine):
        return Served(request(configured), configured.name, degraded=False)
    if breaker.allows():
        try:
            value = request(configured)
        except RequestRefusedError as error:
            # The server works and may take the next request: the breaker stays closed.
            logger.error("%s refused a request, the database answers: %s", configured.name, error)
        except EngineError as error:
            breaker.failed(str(error))
            logger.warning("The database answers instead of %s: %s", configured.name, error)
        else:
            breaker.succeeded()
            return Served(value, configured.name, degraded=False)
    database = DatabaseEngine()
    return Served(request(database), database.name, degraded=True)
