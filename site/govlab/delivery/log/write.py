"""Writes the documents of one translation group. The caller holds the head's lock."""

import json
import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from ..documents.build import Built, build, summary_of
from ..documents.canonical import dumps, has_content_of
from ..documents.group import Group
from ..documents.named_terms import NamedTerms
from ..documents.tree import PublicTree
from ..models import Document, DocumentFacet, DocumentReference, Head, WithdrawalNote
from ..schemas.feed import WithdrawalReason
from .withdraw import withdraw

logger = logging.getLogger(__name__)


@dataclass
class Outcome:
    """The outcome of writing a group."""

    # Whether any response may have changed.
    touched: bool = False
    # Whether documents that show cards of this group may have changed.
    cards_changed: bool = False
    # The error of a page whose document could not be built; its previous document stays.
    error: Exception | None = None


def write_group(
    group: Group, head: Head, tree: PublicTree, terms: NamedTerms | None = None
) -> Outcome:
    """Write the documents of the group's public pages. Others must have been withdrawn before."""
    public = [page.pk for page in group.public]
    rows = Document.objects.in_bulk(public)
    # Of pages that came back before their withdrawal was relayed.
    WithdrawalNote.objects.filter(pk__in=public).delete()
    outcome = Outcome()
    for page in group.public:
        sequence = head.sequence
        try:
            with transaction.atomic():
                built = build(page, group, tree, terms)
                _write(page, rows.get(page.pk), built, head, outcome)
        except Exception as error:
            # Continue with the page's translations.
            head.sequence, outcome.error = sequence, error
            logger.exception(
                "The document of page %s, group %s, could not be built.", page.pk, group.key
            )
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
        row.save()
    elif changed := differing(row, built):
        for name, value in changed.items():
            setattr(row, name, value)
        row.save(update_fields=changed)
        outcome.touched = True
        outcome.cards_changed |= "card_json" in changed
    outcome.touched |= _sync_facets(row, built.facets)
    _sync_references(row, built.references)


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
