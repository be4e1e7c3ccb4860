"""Withdraws documents of pages that are not public any more.

It reads only the page tree and the view restrictions, and runs before documents are built, so that
invalid content of a page or its translations cannot prevent it.
"""

from collections.abc import Iterable

from django.utils import timezone

from ..documents.group import Group
from ..models import Document, DocumentFacet, DocumentReference, Head, WithdrawalNote
from ..schemas.feed import WithdrawalReason
from .marks import add_references, shown_pages

_COLUMNS = ("page_id", "translation_key", "tree_path", "live")


def withdraw_hidden(groups: Iterable[Group], head: Head) -> bool:
    """Replace live documents of hidden or deleted pages with tombstones.

    Returns whether there were any.
    """
    by_key = {group.key: group for group in groups}
    rows = Document.objects.filter(translation_key__in=by_key, live=True)
    hidden = [
        (row, reason)
        for row in rows.only(*_COLUMNS).order_by("tree_path", "page_id")
        if (reason := by_key[row.translation_key].why_withdrawn(row.page_id))
    ]
    notes = WithdrawalNote.objects.in_bulk([row.pk for row, _ in hidden]) if hidden else {}
    for row, reason in hidden:
        withdraw(row, reason, head, notes.get(row.pk))
    shown = shown_pages({row.translation_key for row, _ in hidden})
    add_references(shown, "a page it shows was withdrawn")
    return bool(hidden)


def forget_notes(groups: Iterable[Group]) -> None:
    """Delete the notes of pages that came back before their withdrawal was relayed."""
    public = [page.pk for group in groups for page in group.public]
    WithdrawalNote.objects.filter(pk__in=public).delete()


def withdraw(
    row: Document, reason: WithdrawalReason, head: Head, note: WithdrawalNote | None = None
) -> None:
    head.sequence += 1
    Document.objects.filter(pk=row.pk).update(
        sequence=head.sequence,
        updated_at=timezone.now(),
        live=False,
        reason=reason,
        cause=note.cause if note else "",
        explanation=note.explanation if note else "",
        leads_to=note.leads_to if note else None,
        digest="",
        json="",
        summary_json="",
        card_json="",
        sort_title="",
        in_menu=False,
    )
    DocumentFacet.objects.filter(document=row).delete()
    DocumentReference.objects.filter(document=row).delete()
    if note:
        note.delete()
