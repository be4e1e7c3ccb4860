"""Writes the documents of one translation group. The caller holds the head's lock."""

import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from ..documents.build import Built, build, summary_of
from ..documents.canonical import dumps, has_content_of
from ..documents.group import Group
from ..documents.tree import PublicTree
from ..models import Document, DocumentFacet, DocumentReference, Head
from ..schemas.feed import WithdrawalReason
from .stored import Stored
from .withdraw import withdraw

logger = logging.getLogger(__name__)


@dataclass
class Outcome:
    """The outcome of writing a group."""

    # Whether any response may have changed.
    touched: bool = False
    # Whether documents that show cards of this group may have changed.
    cards_changed: bool = False
    # The references that documents of the group have now and had not before.
    references: set[str] = field(default_factory=set)
    # The error of a page whose document could not be built; its previous document stays.
    error: Exception | None = None


def write_group(group: Group, head: Head, tree: PublicTree, stored: Stored) -> Outcome:
    """Write the documents of the group's public pages. Others must have been withdrawn before."""
    outcome = Outcome()
    for page in group.public:
        sequence = head.sequence
        try:
            with transaction.atomic():
                built = build(page, group, tree)
                _write(page, stored, built, head, outcome)
        except Exception as error:
            # Continue with the page's translations.
            head.sequence, outcome.error = sequence, error
            logger.exception(
                "The document of page %s, group %s, could not be built.", page.pk, group.key
            )
        if outcome.touched:
            group.together.cards.forget(group.key)
    return outcome


def _write(page: Page, stored: Stored, built: Built | None, head: Head, outcome: Outcome) -> None:
    row = stored.rows.get(page.pk)
    if built is None:
        if row and row.live:
            withdraw(row, WithdrawalReason.DELETED, head)
            outcome.touched = outcome.cards_changed = True
        return
    if row is None or not row.live or row.digest != built.digest:
        head.sequence += 1
        updated_at = _updated_at(page, row, built)
        texts = _texts(built, head.sequence, updated_at)
        outcome.touched = True
        outcome.cards_changed |= row is None or not row.live or row.card_json != texts["card_json"]
        row = Document(
            page_id=page.pk,
            sequence=head.sequence,
            live=True,
            digest=built.digest,
            updated_at=updated_at,
            **texts,
            **built.columns,
        )
        row.save(force_insert=page.pk not in stored.rows)
    elif changed := differing(row, built):
        for name, value in changed.items():
            setattr(row, name, value)
        row.save(update_fields=changed)
        outcome.touched = True
        outcome.cards_changed |= "card_json" in changed
    outcome.touched |= _sync_facets(page.pk, stored.facets[page.pk], built.facets)
    outcome.references |= _sync_references(page.pk, stored.references[page.pk], built.references)


def _updated_at(page: Page, row: Document | None, built: Built) -> datetime:
    """Return when the content changed: not now if the log merely lacked the document, or if it has
    the same content and a new version of the software adds fields."""
    if row is None:
        return page.last_published_at or timezone.now()
    if row.live and has_content_of(built.document, json.loads(row.json)):
        return row.updated_at
    return timezone.now()


def _texts(built: Built, sequence: int, updated_at: datetime) -> dict[str, str]:
    document = built.stamped(sequence, updated_at)
    return {
        "json": dumps(document),
        "summary_json": dumps(summary_of(document)),
        "card_json": dumps(built.card),
    }


def differing(row: Document, built: Built) -> dict[str, Any]:
    """Return the columns to update although the digest of the document is the same."""
    wanted = built.columns | _texts(built, row.sequence, row.updated_at)
    return {name: value for name, value in wanted.items() if getattr(row, name) != value}


def _sync_facets(
    page_id: int, stored: Iterable[DocumentFacet], wanted: frozenset[tuple[str, str]]
) -> bool:
    present = {(facet.name, facet.value): facet.pk for facet in stored}
    gone = [pk for facet, pk in present.items() if facet not in wanted]
    added = wanted - present.keys()
    if gone:
        DocumentFacet.objects.filter(pk__in=gone).delete()
    DocumentFacet.objects.bulk_create(
        DocumentFacet(document_id=page_id, name=name, value=value) for name, value in sorted(added)
    )
    return bool(gone or added)


def _sync_references(
    page_id: int, stored: Iterable[DocumentReference], wanted: frozenset[str]
) -> set[str]:
    """Return the references that were added."""
    present = {reference.key: reference.pk for reference in stored}
    gone = [pk for key, pk in present.items() if key not in wanted]
    added = set(wanted - present.keys())
    if gone:
        DocumentReference.objects.filter(pk__in=gone).delete()
    DocumentReference.objects.bulk_create(
        DocumentReference(document_id=page_id, key=key) for key in sorted(added)
    )
    return added
