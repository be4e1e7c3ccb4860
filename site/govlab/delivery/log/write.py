"""Writes one translation group into the log. The caller holds the head's lock."""

import logging
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ..documents.build import Built, build, summary_of
from ..documents.canonical import dumps
from ..documents.group import Group
from ..documents.tree import PublicTree
from ..models import Document, DocumentFacet, DocumentReference, Head
from ..schema.feed import WithdrawalReason

logger = logging.getLogger(__name__)


@dataclass
class Outcome:
    """What writing a group changed."""

    written: list[int] = field(default_factory=list)
    # Whether other documents may show something else of this group now.
    cards_changed: bool = False
    # Tree paths of pages that became public or moved: pages below them must be looked at.
    opened: list[str] = field(default_factory=list)
    touched: bool = False
    # Of a page that no document could be made of; what readers have of it stays.
    error: Exception | None = None


def write_group(key: UUID, head: Head, tree: PublicTree) -> Outcome:
    group = Group.load(key, tree)
    stored = {row.page_id: row for row in Document.objects.filter(translation_key=key)}
    outcome = Outcome()
    for page in group.pages:
        row = stored.pop(page.pk, None)
        sequence = head.sequence
        try:
            with transaction.atomic():
                result = build(page, group, tree)
                if isinstance(result, Built):
                    _write(page.pk, result, row, head, outcome)
                else:
                    _withdraw(row, result or WithdrawalReason.DELETED, head, outcome)
        except Exception as error:
            # The page's translations go on: one of them may be waiting to be withdrawn.
            head.sequence, outcome.error = sequence, error
            logger.exception("No document could be made of page %s, group %s.", page.pk, key)
    for row in stored.values():
        _withdraw(row, WithdrawalReason.DELETED, head, outcome)
    outcome.touched = outcome.touched or bool(outcome.written)
    return outcome


def _write(page_id: int, built: Built, row: Document | None, head: Head, outcome: Outcome) -> None:
    was_live = row is not None and row.live
    if row is None or not was_live or row.digest != built.digest:
        head.sequence += 1
        now = timezone.now()
        texts = _texts(built, head.sequence, now)
        outcome.cards_changed |= row is None or not was_live or row.card_json != texts["card_json"]
        if not was_live or (row is not None and row.path != built.columns["path"]):
            outcome.opened.append(built.columns["tree_path"])
        row = Document(
            page_id=page_id,
            sequence=head.sequence,
            live=True,
            digest=built.digest,
            updated_at=now,
            **texts,
            **built.columns,
        )
        row.save()
        outcome.written.append(head.sequence)
    elif changed := differing(row, built):
        for name, value in changed.items():
            setattr(row, name, value)
        row.save(update_fields=changed)
        outcome.touched = True
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


def _withdraw(row: Document | None, reason: WithdrawalReason, head: Head, outcome: Outcome) -> None:
    """Leaves a tombstone where readers had a document; a page they never saw leaves nothing."""
    if row is None or not row.live:
        return
    head.sequence += 1
    row.sequence, row.updated_at = head.sequence, timezone.now()
    row.live, row.reason = False, reason
    row.digest = row.json = row.summary_json = row.card_json = row.sort_title = ""
    row.in_menu = False
    row.save()
    row.facets.all().delete()
    row.references.all().delete()
    outcome.written.append(head.sequence)
    outcome.cards_changed = True


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
