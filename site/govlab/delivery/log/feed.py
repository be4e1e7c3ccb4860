"""Reads the log in the order of its sequence."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from ..models import Document
from ..schemas.feed import Tombstone, WithdrawalReason


@dataclass(frozen=True)
class Entry:
    """The latest about one page: its document, or why it was withdrawn."""

    sequence: int
    page_id: int
    locale: str
    live: bool
    digest: str
    json: str
    # What lists order the page by; news have a date of their own.
    date: datetime

    @property
    def document(self) -> dict[str, Any]:
        """What readers get: the document, or the tombstone."""
        parsed: dict[str, Any] = json.loads(self.json)
        return parsed


def after(sequence: int, limit: int) -> list[Entry]:
    """The next entries. A page that changed again since stands once, at its latest change."""
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
    )
