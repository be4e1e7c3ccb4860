"""Runs requests on the configured engine, and fails over to the database."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from django.conf import settings

from govlab.delivery.models.head import LogState

from .base import Engine, EngineError, RequestRefusedError
from .circuit_breaker import CircuitBreaker
from .database.engine import DatabaseEngine
from .elastic.engine import ElasticsearchEngine

logger = logging.getLogger(__name__)

T = TypeVar("T")


class MakeEngine(Protocol):
    """An engine is created for each request, whose timeout it keeps, with the state of the log."""

    def __call__(self, state: LogState | None = None) -> Engine: ...


ENGINES: dict[str, MakeEngine] = {
    DatabaseEngine.name: DatabaseEngine,
    ElasticsearchEngine.name: ElasticsearchEngine,
}
# How long the circuit stays open, so that not every request waits for the timeout.
RESET_SECONDS = 5.0
breaker = CircuitBreaker(RESET_SECONDS)


@dataclass(frozen=True)
class Served(Generic[T]):
    value: T
    engine: str
    # Whether the database was used instead of the configured engine.
    degraded: bool
    # Whether its index was at the end of the log, see `Engine.is_settled`.
    is_settled: Callable[[], bool]


def run(request: Callable[[Engine], T], state: LogState | None = None) -> Served[T]:
    """Run the request, which may use the engine several times. `state` is the current one of the
    log."""
    configured = ENGINES[settings.GOVLAB_SEARCH_ENGINE](state)
    if isinstance(configured, DatabaseEngine):
        return _served(request(configured), configured, degraded=False)
    if breaker.allows():
        try:
            value = request(configured)
        except RequestRefusedError as error:
            # The server is available, so the circuit stays closed.
            logger.error("%s refused a request; using the database: %s", configured.name, error)
        except EngineError as error:
            breaker.failed(str(error))
            logger.warning("%s failed; using the database: %s", configured.name, error)
        else:
            breaker.succeeded()
            return _served(value, configured, degraded=False)
    database = DatabaseEngine(state)
    return _served(request(database), database, degraded=True)


def _served(value: T, engine: Engine, *, degraded: bool) -> Served[T]:
    return Served(value, engine.name, degraded, engine.is_settled)
