"""Reads the entries of the log in the order of their sequence numbers."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from ..models import Document
from ..schemas.feed import Tombstone, WithdrawalCause, WithdrawalReason


@dataclass(frozen=True)
class Entry:
    """The latest entry of a page: its document or a tombstone."""

    sequence: int
    page_id: int
    locale: str
    live: bool
    digest: str
    json: str
    # The date that lists are ordered by; news have their own.
    date: datetime

    @property
    def document(self) -> dict[str, Any]:
        """The document or the tombstone, as clients receive it."""
        parsed: dict[str, Any] = json.loads(self.json)
        return parsed


def after(sequence: int, limit: int) -> list[Entry]:
    """Return the next entries. Each page appears once, at its latest change."""
    rows: QuerySet[Document] = Document.objects.filter(sequence__gt=sequence).order_by("sequence")
    rows = rows.defer("summary_json", "card_json")
    return [
        Entry(
            sequence=row.sequence,
            page_id=row.page_id,
            locale=row.locale,
            live=row.live,
            digest=row.digest,
            json=row.json if row.live else tombstone(row).model_dump_json(),
            date=row.sort_date,
        )
        for row in rows[:limit]
    ]


def tombstone(row: Document) -> Tombstone:
    return Tombstone(
        id=row.page_id,
        sequence=row.sequence,
        document_type=row.type,
        locale=row.locale,
        translation_key=row.translation_key,
        path=row.path,
        reason=WithdrawalReason(row.reason),
        cause=WithdrawalCause(row.cause) if row.cause else None,
        explanation=row.explanation,
        leads_to=row.leads_to,
    )
