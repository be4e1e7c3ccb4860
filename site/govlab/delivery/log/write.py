"""Writes the documents of one translation group. The caller holds the head's lock."""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from ..documents.build import Built, build, summary_of
from ..documents.canonical import dumps
from ..documents.group import Group
from ..documents.tree import PublicTree
from ..models import Document, DocumentFacet, DocumentReference, Head
from ..schemas.feed import WithdrawalReason
from .withdraw import withdraw

logger = logging.getLogger(__name__)


@dataclass
class Outcome:
    """What writing a group changed."""

    # Whether readers may get anything different now.
    touched: bool = False
    # Whether other documents may show something else of this group now.
    cards_changed: bool = False
    # Of a page that no document could be made of; what readers have of it stays.
    error: Exception | None = None


def write_group(group: Group, head: Head, tree: PublicTree) -> Outcome:
    """Writes what is public of the group. Expects that what is not is withdrawn."""
    rows = Document.objects.in_bulk([page.pk for page in group.public])
    outcome = Outcome()
    for page in group.public:
        sequence = head.sequence
        try:
            with transaction.atomic():
                _write(page, rows.get(page.pk), build(page, group, tree), head, outcome)
        except Exception as error:
            # The page's translations go on.
            head.sequence, outcome.error = sequence, error
            logger.exception("No document could be made of page %s, group %s.", page.pk, group.key)
    return outcome


def _write(
    page: Page, row: Document | None, built: Built | None, head: Head, outcome: Outcome
) -> None:
    if built is None:
        if row and row.live:
            withdraw(row, WithdrawalReason.DELETED, head)
            outcome.touched = outcome.cards_changed = True
        return
    if row is None or not row.live or row.digest != built.digest:
        head.sequence += 1
        now = timezone.now()
        texts = _texts(built, head.sequence, now)
        outcome.touched = True
        outcome.cards_changed |= row is None or not row.live or row.card_json != texts["card_json"]
        row = Document(
            page_id=page.pk,
            sequence=head.sequence,
            live=True,
            digest=built.digest,
            updated_at=now,
            **texts,
            **built.columns,
        )
        row.save()
    elif changed := differing(row, built):
        for name, value in changed.items():
            setattr(row, name, value)
        row.save(update_fields=changed)
        outcome.touched = True
        outcome.cards_changed |= "card_json" in changed
    outcome.touched |= _sync_facets(row, built.facets)
    _sync_references(row, built.references)


def _texts(built: Built, sequence: int, updated_at: datetime) -> dict[str, str]:
    document = built.stamped(sequence, updated_at)
    return {
        "json": dumps(document),
        "summary_json": dumps(summary_of(document)),
        "card_json": dumps(built.card),
    }


def differing(row: Document, built: Built) -> dict[str, Any]:
    """Columns whose values are not what the document, itself unchanged, would give them."""
    wanted = built.columns | _texts(built, row.sequence, row.updated_at)
    return {name: value for name, value in wanted.items() if getattr(row, name) != value}


def _sync_facets(row: Document, wanted: frozenset[tuple[str, str]]) -> bool:
    present = {(facet.name, facet.value): facet.pk for facet in row.facets.all()}
    gone = [pk for facet, pk in present.items() if facet not in wanted]
    added = wanted - present.keys()
    if gone:
        DocumentFacet.objects.filter(pk__in=gone).delete()
    DocumentFacet.objects.bulk_create(
        DocumentFacet(document=row, name=name, value=value) for name, value in sorted(added)
    )
    return bool(gone or added)


def _sync_references(row: Document, wanted: frozenset[str]) -> None:
    present = {reference.key: reference.pk for reference in row.references.all()}
    gone = [pk for key, pk in present.items() if key not in wanted]
    if gone:
        DocumentReference.objects.filter(pk__in=gone).delete()
    DocumentReference.objects.bulk_create(
        DocumentReference(document=row, key=key) for key in sorted(wanted - present.keys())
    )
