"""Builds each response from one state of the log, even if it takes several queries.

Every transaction that changes published content also changes the state (see `LogState`). A response
of several queries is therefore consistent if the state is the same before the first query and after
the last one; otherwise it is rebuilt. Under steady publishing that might never end, so the last
attempt reads one snapshot.
"""

from collections.abc import Callable
from typing import Any, cast

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponseBase

from ..log.identity import Watch
from ..models import Head
from ..models.head import LogState
from .responses import ApiRequest, CacheableResponse

ATTEMPTS = 3
# Problems that depend on the content of the log, as documents do.
_STATED = frozenset({404, 410})

Respond = Callable[[HttpRequest], HttpResponseBase]


def consistent_response(
    request: HttpRequest, state: LogState, respond: Respond
) -> tuple[LogState, HttpResponseBase]:
    """Return the response and the state it was built from. `state` is the current one.

    A response whose last query read the state, too, has it as `read_at`.
    """
    for _ in range(ATTEMPTS):
        cast(ApiRequest, request).log_state = state
        count = _QueryCount()
        with connection.execute_wrapper(count):
            response = respond(request)
        from_the_log = isinstance(response, CacheableResponse) or response.status_code in _STATED
        if count.queries <= 1 or not from_the_log:
            return state, response
        before, state = state, getattr(response, "read_at", None) or Head.current()
        if before == state:
            return state, response
    return _from_a_snapshot(request, respond)


_watch = Watch()


def current_state() -> LogState:
    """Return the state of the log, and notice if the log was replaced, as by a restore."""
    state = Head.current()
    return state if connection.in_atomic_block else _watch.check(state)


class _QueryCount:
    def __init__(self) -> None:
        self.queries = 0

    def __call__(self, execute: Callable[..., Any], *arguments: Any) -> Any:
        self.queries += 1
        return execute(*arguments)


def _from_a_snapshot(request: HttpRequest, respond: Respond) -> tuple[LogState, HttpResponseBase]:
    """On SQLite no isolation level is needed: the transaction holds the write lock."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        state = Head.current()
        cast(ApiRequest, request).log_state = state
        return state, respond(request)
