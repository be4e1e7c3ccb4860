"""Writes dirty marks: a row for each possible change of public content, in its transaction.

A mark that is saved wakes the relay after the commit (`log.inline`).
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from ..models import DocumentReference, Mark
from ..models.mark import Priority, Scope

# As long as the column; a reason may name what another app calls its own.
_REASON = 60
_batch = ContextVar("batch_of_marks", default="")


@contextmanager
def together(batch: str) -> Iterator[None]:
    """Within it, marked pages are relayed in one transaction: readers of the log never see a part
    of them. `batch` must be unique, and the marks must be written in one transaction."""
    token = _batch.set(batch)
    try:
        yield
    finally:
        _batch.reset(token)


def mark_group(key: UUID, reason: str) -> None:
    _mark(Scope.GROUP, str(key), reason, Priority.EDITED)


def mark_subtree(tree_path: str, reason: str) -> None:
    """Mark the page at the path and its descendants."""
    _mark(Scope.SUBTREE, tree_path, reason)


def mark_below(tree_path: str, reason: str) -> None:
    """Mark the descendants of the page at the path, by starting the expansion after it."""
    _mark(Scope.SUBTREE, tree_path, reason, cursor=tree_path)


def mark_aliases(page_id: int, reason: str) -> None:
    """Mark the page and its aliases with their descendants, since they share its restrictions.

    Aliases are determined when the mark is relayed, since one may be created until then.
    """
    _mark(Scope.ALIASES, str(page_id), reason)


def mark_reference(key: str, reason: str) -> None:
    """Mark documents with the reference `key`, such as `image:5`."""
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


def shown_pages(keys: Iterable[UUID]) -> list[str]:
    """Return the references to the pages, of those that any documents show."""
    noted = DocumentReference.objects.filter(key__in=[f"page:{key}" for key in keys])
    return list(noted.order_by("key").values_list("key", flat=True).distinct())


def add_references(references: Iterable[str], reason: str) -> None:
    """Without waking the relay: it is who calls this, under the lock."""
    _add(Scope.REFERENCE, references, reason, Priority.WIDE)


def _add(scope: Scope, keys: Iterable[str], reason: str, priority: Priority) -> None:
    Mark.objects.bulk_create(
        Mark(scope=scope, key=key, reason=reason, priority=priority) for key in keys
    )


def _mark(
    scope: Scope, key: str, reason: str, priority: Priority = Priority.WIDE, cursor: str = ""
) -> None:
    Mark.objects.create(
        scope=scope,
        key=key,
        reason=reason[:_REASON],
        priority=priority,
        cursor=cursor,
        # What pages below or beside it show may follow later.
        batch=_batch.get() if scope == Scope.GROUP else "",
    )
