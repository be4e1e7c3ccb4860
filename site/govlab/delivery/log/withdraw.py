"""Takes back what is public no longer.

It asks the page tree and the view restrictions alone, and comes before any document is made:
nothing that is wrong with the content of a page or its translations can stand in its way.
"""

from collections.abc import Iterable

from django.utils import timezone

from ..documents.group import Group
from ..models import Document, DocumentFacet, DocumentReference, Head
from ..schemas.feed import WithdrawalReason
from .marks import add_dependents

_COLUMNS = ("page_id", "translation_key", "tree_path", "live")


def withdraw_hidden(groups: Iterable[Group], head: Head) -> bool:
    """Leaves a tombstone where readers have a document of a page that is hidden or gone.

    A page they never saw leaves nothing. Returns whether there was any.
    """
    by_key = {group.key: group for group in groups}
    rows = Document.objects.filter(translation_key__in=by_key, live=True)
    hidden = [
        (row, reason)
        for row in rows.only(*_COLUMNS).order_by("tree_path", "page_id")
        if (reason := by_key[row.translation_key].why_withdrawn(row.page_id))
    ]
    for row, reason in hidden:
        withdraw(row, reason, head)
    add_dependents({row.translation_key for row, _ in hidden}, "a page it shows was withdrawn")
    return bool(hidden)


def withdraw(row: Document, reason: WithdrawalReason, head: Head) -> None:
    head.sequence += 1
    Document.objects.filter(pk=row.pk).update(
        sequence=head.sequence,
        updated_at=timezone.now(),
        live=False,
        reason=reason,
        digest="",
        json="",
        summary_json="",
        card_json="",
        sort_title="",
        in_menu=False,
    )
    DocumentFacet.objects.filter(document=row).delete()
    DocumentReference.objects.filter(document=row).delete()
