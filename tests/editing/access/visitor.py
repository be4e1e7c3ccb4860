"""Whoever visits the addresses, and what a visit leaves behind: nothing.

Each visit begins with the same database, hence with the same account and the same rights of it. So
these are read once, not in each of the thousands of requests, and only what wrote is rolled back.
"""

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponseBase
from django.test import Client
from django.test.client import ClientHandler

READS = ("SELECT", "SAVEPOINT", "RELEASE SAVEPOINT")


class _Handler(ClientHandler):
    """Signs the account in where Django's middleware looks before it asks the database."""

    def __init__(self, account: bytes | None) -> None:
        super().__init__(enforce_csrf_checks=False)
        self._account = account

    def get_response(self, request: HttpRequest) -> HttpResponseBase:
        if self._account is not None:
            request._cached_user = pickle.loads(self._account)  # type: ignore[attr-defined] # noqa: S301
        return super().get_response(request)


class Visitor(Client):
    """Without an account it has not signed in."""

    def __init__(self, account: Any = None) -> None:
        super().__init__(raise_request_exception=False)
        if account is not None:
            self.force_login(account)
        self.handler = _Handler(_with_rights(account))
        self._before = transaction.savepoint()

    def request(self, **request: Any) -> Any:
        """As the server responds: nobody looks at the templates' contexts, and cookies do not
        stay."""
        return self.handler(self._base_environ(**request))

    @contextmanager
    def undone(self) -> Iterator[None]:
        wrote = False

        def watch(execute: Callable[..., Any], sql: Any, *arguments: Any) -> Any:
            nonlocal wrote
            # What fails in between has to be rolled back as well.
            before, wrote = wrote, True
            result = execute(sql, *arguments)
            wrote = before or not str(sql).startswith(READS)
            return result

        try:
            with connection.execute_wrapper(watch):
                yield
        finally:
            if wrote:
                transaction.savepoint_rollback(self._before)


def _with_rights(account: Any) -> bytes | None:
    """The account as a request has it once it has asked for its rights and its profile."""
    if account is None:
        return None
    fresh = type(account).objects.get(pk=account.pk)
    fresh.get_all_permissions()
    hasattr(fresh, "wagtail_userprofile")
    return pickle.dumps(fresh)
