"""Sends search requests to the cluster: those that belong together in one round trip."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from django.conf import settings
from elastic_transport import SerializationError
from elasticsearch import ApiError, TransportError

from govlab.delivery.models.head import LogState
from search.engines.base import SETTLED, EngineError, RequestRefusedError
from search.engines.settled_memory import SettledMemory

from .cluster import cluster_within
from .readiness import ReadyIndices, ready_indices

# With less time left than this, no request is sent.
LEAST_SECONDS = 0.02
# The HTTP status of an overloaded cluster, and of an index that does not exist.
OVERLOADED, MISSING = 429, 404

Response = Mapping[str, Any]


@dataclass(frozen=True)
class Request:
    """A body of `_search` for the index of a language."""

    locale: str
    body: Mapping[str, Any]


@dataclass(frozen=True)
class Reply:
    """What the cluster replied to one of the requests. Nobody needs all of them, so an error is
    raised where the response is read."""

    found: Response
    error: EngineError | None = None

    def response(self) -> Response:
        """Raises EngineError."""
        if self.error:
            raise self.error
        return self.found


class Requests:
    """All requests of one instance share a single timeout and know the same indices."""

    def __init__(self, state: LogState | None = None) -> None:
        self._state = state
        self._deadline = time.monotonic() + settings.GOVLAB_ELASTICSEARCH_TIMEOUT_MS / 1000
        self._ready: ReadyIndices | None = None

    @property
    def settled(self) -> bool:
        return self._ready is not None and self._ready.settled

    def send(self, requests: Sequence[Request]) -> list[Reply]:
        """Query the indices by their own names, because an alias may point to a foreign index.

        Raises EngineError if the cluster fails, or if the first request is for no index.
        """
        ready = self._ready = self._ready or _memory.get(self._state, _indices)
        while True:
            ready.of(requests[0].locale)
            sent = [request for request in requests if request.locale in ready.by_locale]
            replied = iter(self._multi_search(sent, ready))
            replies = [
                next(replied)
                if request.locale in ready.by_locale
                else Reply({}, EngineError("The index was not built yet."))
                for request in requests
            ]
            if not any(isinstance(reply.error, _MissingIndexError) for reply in replies):
                return replies
            _memory.forget()
            later = _indices()
            if _names(later) == _names(ready):
                return replies
            ready = self._ready = later  # It was rebuilt in between.

    def _multi_search(self, requests: Sequence[Request], ready: ReadyIndices) -> list[Reply]:
        left = self._deadline - time.monotonic()
        if left < LEAST_SECONDS:
            raise EngineError("The timeout has expired.")
        searches: list[Mapping[str, Any]] = []
        for request in requests:
            searches += [{"index": ready.of(request.locale).name}, request.body]
        try:
            response = cluster_within(left).msearch(searches=searches)
        except (ApiError, TransportError) as error:
            kind = RequestRefusedError if _is_ours(error) else EngineError
            raise kind(f"{type(error).__name__}: {error}") from error
        return [_reply(found) for found in response["responses"]]


def _indices() -> ReadyIndices:
    return ready_indices(SETTLED)


_memory: SettledMemory[ReadyIndices] = SettledMemory(attrgetter("settled"))


class _MissingIndexError(EngineError):
    """The index does not exist."""


def _names(ready: ReadyIndices) -> dict[str, str]:
    return {locale: index.name for locale, index in ready.by_locale.items()}


def _reply(found: Response) -> Reply:
    if error := found.get("error"):
        status = found["status"]
        said = f"{error.get('type')}: {error.get('reason')}"
        if status == MISSING:
            return Reply({}, _MissingIndexError(said))
        return Reply({}, (RequestRefusedError if _refuses(status) else EngineError)(said))
    if found["timed_out"] or found["_shards"]["failed"]:
        return Reply({}, EngineError("Only some shards of the index responded."))
    return Reply(found)


def _is_ours(error: ApiError | TransportError) -> bool:
    """Whether the server refused the request, rather than failed."""
    if isinstance(error, ApiError):
        return _refuses(error.meta.status)
    return isinstance(error, SerializationError)


def _refuses(status: int) -> bool:
    return 400 <= status < 500 and status != OVERLOADED
