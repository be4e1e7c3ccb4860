"""Responses that are made from one state of the log, though some take more than one query.

What readers get changes in transactions that move the state (see `LogState`). So a response of
several queries is consistent where the state is the same after its last query as it was before its
first; else it is made again. Under steady publishing that might never end: the last attempt reads
one snapshot.
"""

from collections.abc import Callable
from typing import Any, cast

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponseBase

from ..models import Head
from ..models.head import LogState
from .responses import ApiRequest, CacheableResponse

ATTEMPTS = 3
# Problems that say what the log holds, as documents do.
_STATED = frozenset({404, 410})

Respond = Callable[[HttpRequest], HttpResponseBase]


def consistent_response(
    request: HttpRequest, state: LogState, respond: Respond
) -> tuple[LogState, HttpResponseBase]:
    """The response, and the state that it was made from; `state` is the one to begin with."""
    for _ in range(ATTEMPTS):
        cast(ApiRequest, request).log_state = state
        count = _QueryCount()
        with connection.execute_wrapper(count):
            response = respond(request)
        from_the_log = isinstance(response, CacheableResponse) or response.status_code in _STATED
        if count.queries <= 1 or not from_the_log:
            return state, response
        before, state = state, Head.current()
        if before == state:
            return state, response
    return _from_a_snapshot(request, respond)


class _QueryCount:
    def __init__(self) -> None:
        self.queries = 0

    def __call__(self, execute: Callable[..., Any], *arguments: Any) -> Any:
        self.queries += 1
        return execute(*arguments)


def _from_a_snapshot(request: HttpRequest, respond: Respond) -> tuple[LogState, HttpResponseBase]:
    """On SQLite, a transaction holds the write lock, so that nothing changes meanwhile."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        state = Head.current()
        cast(ApiRequest, request).log_state = state
        return state, respond(request)
