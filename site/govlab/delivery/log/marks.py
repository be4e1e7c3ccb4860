"""Writes marks: one row where the public's view may have changed, in the change's transaction.

A mark that is saved wakes the relay after the commit (`log.inline`).
"""

from collections.abc import Iterable
from uuid import UUID

from ..models import DocumentReference, Mark
from ..models.mark import Priority, Scope

# As long as the column; a reason may name what another app calls its own.
_REASON = 60


def mark_group(key: UUID, reason: str) -> None:
    _mark(Scope.GROUP, str(key), reason, Priority.EDITED)


def mark_subtree(tree_path: str, reason: str) -> None:
    """The page at the path and all below it."""
    _mark(Scope.SUBTREE, tree_path, reason)


def mark_below(tree_path: str, reason: str) -> None:
    """All below the page at the path: an expansion that has its first page behind it."""
    _mark(Scope.SUBTREE, tree_path, reason, cursor=tree_path)


def mark_aliases(page_id: int, reason: str) -> None:
    """The page and its aliases, each with all below: an alias is private where its source is.

    Which these are is found when the mark is relayed: an alias may be made meanwhile.
    """
    _mark(Scope.ALIASES, str(page_id), reason)


def mark_reference(key: str, reason: str) -> None:
    """`key` as documents note it, such as `image:5`."""
    _mark(Scope.REFERENCE, key, reason)


def mark_everything(reason: str) -> None:
    _mark(Scope.EVERYTHING, "", reason, Priority.BULK)


def mark_routes(reason: str) -> None:
    _mark(Scope.ROUTES, "", reason)


def add_groups(keys: Iterable[UUID], reason: str, priority: Priority) -> None:
    """Without waking the relay: it is who calls this."""
    _add(Scope.GROUP, map(str, keys), reason, priority)


def add_subtrees(tree_paths: Iterable[str], reason: str) -> None:
    """Without waking the relay: it is who calls this."""
    _add(Scope.SUBTREE, tree_paths, reason, Priority.WIDE)


def add_dependents(keys: Iterable[UUID], reason: str) -> None:
    """Documents that show cards of the pages; nothing where there are none.

    Without waking the relay: it is who calls this, under the lock under which references change.
    """
    noted = DocumentReference.objects.filter(key__in=[f"page:{key}" for key in keys])
    used = noted.order_by("key").values_list("key", flat=True).distinct()
    _add(Scope.REFERENCE, used, reason, Priority.WIDE)


def _add(scope: Scope, keys: Iterable[str], reason: str, priority: Priority) -> None:
    Mark.objects.bulk_create(
        Mark(scope=scope, key=key, reason=reason, priority=priority) for key in keys
    )


def _mark(
    scope: Scope, key: str, reason: str, priority: Priority = Priority.WIDE, cursor: str = ""
) -> None:
    Mark.objects.create(
        scope=scope, key=key, reason=reason[:_REASON], priority=priority, cursor=cursor
    )
