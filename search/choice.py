"""Which engine answers: the one of the settings, and the database wherever that one cannot."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.conf import settings

from .breaker import Breaker
from .database.facade import DatabaseEngine
from .elastic.engine import ElasticsearchEngine
from .engines import Engine, EngineError, RefusedQuestionError

logger = logging.getLogger(__name__)

T = TypeVar("T")

# An engine is made for one question and what belongs to it: its time-out is for all of that.
ENGINES: dict[str, Callable[[], Engine]] = {
    "database": DatabaseEngine,
    "elasticsearch": ElasticsearchEngine,
}
# How long a server that failed is left alone, so that not every reader waits for its time-out.
REST_SECONDS = 5.0
breaker = Breaker(REST_SECONDS)


@dataclass(frozen=True)
class Answered(Generic[T]):
    value: T
    engine: str
    # Whether another engine was meant to answer and could not.
    degraded: bool


def ask(question: Callable[[Engine], T]) -> Answered[T]:
    """The question may ask the engine several things."""
    meant = ENGINES[settings.GOVLAB_SEARCH_ENGINE]()
    if isinstance(meant, DatabaseEngine):
        return Answered(question(meant), meant.name, degraded=False)
    if breaker.allows():
        try:
            found = question(meant)
        except RefusedQuestionError as error:
            # The next question may be taken: only a server that fails is left alone.
            logger.error("%s does not take a request of ours: %s", meant.name, error)
        except EngineError as error:
            breaker.failed(str(error))
            logger.warning("The database answers instead of %s: %s", meant.name, error)
        else:
            breaker.succeeded()
            return Answered(found, meant.name, degraded=False)
    database = DatabaseEngine()
    return Answered(question(database), database.name, degraded=True)
