"""Writes marks: one line where the public's view may have changed, in the change's transaction."""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection, transaction
from wagtail.models import Page

from ..models import Mark
from ..models.mark import Scope


def mark_page(page: Page, reason: str) -> None:
    _mark(Scope.GROUP, str(page.translation_key), reason)


def mark_groups(keys: Iterable[UUID], reason: str) -> None:
    """Many pages by their translation keys, without waking the relay: it is who calls this."""
    Mark.objects.bulk_create(Mark(scope=Scope.GROUP, key=str(key), reason=reason) for key in keys)


def mark_subtree(tree_path: str, reason: str) -> None:
    _mark(Scope.SUBTREE, tree_path, reason)


def mark_reference(key: str, reason: str) -> None:
    """`key` as documents note it, such as `image:5`."""
    _mark(Scope.REFERENCE, key, reason)


def mark_everything(reason: str) -> None:
    _mark(Scope.EVERYTHING, "", reason)


def mark_routes(reason: str) -> None:
    _mark(Scope.ROUTES, "", reason)


def _mark(scope: Scope, key: str, reason: str) -> None:
    from .inline import relay_soon

    Mark.objects.create(scope=scope, key=key, reason=reason)
    # Robust: whatever goes wrong there is logged, and the change that was made stands. Once is
    # enough, however many marks a transaction writes.
    if not any(entry[1] is relay_soon for entry in connection.run_on_commit):
        transaction.on_commit(relay_soon, robust=True)
