"""What editors say when they withdraw pages, for the tombstones.

Call it in the transaction that withdraws the pages.
"""

from collections.abc import Mapping

from ..models import Document, WithdrawalNote
from ..schemas.feed import WithdrawalCause


def explain(
    page_ids: list[int],
    cause: WithdrawalCause,
    explanations: Mapping[str, str],
    leads_to: Mapping[int, int],
) -> None:
    """Note the cause for those of the pages that are in the log.

    `explanations` maps languages to plain texts, and `leads_to` the id of a page to that of the
    page which replaces it.
    """
    public = Document.objects.filter(pk__in=page_ids, live=True).values_list("pk", "locale")
    notes = [
        WithdrawalNote(
            page_id=page_id,
            cause=cause,
            explanation=explanations.get(locale, ""),
            leads_to=leads_to.get(page_id),
        )
        for page_id, locale in public
    ]
    WithdrawalNote.objects.bulk_create(
        notes,
        update_conflicts=True,
        unique_fields=["page_id"],
        update_fields=["cause", "explanation", "leads_to"],
    )
