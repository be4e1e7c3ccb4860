"""Makes documents without pages: copies of real ones, each with texts and a place of its own.

Run under Django's settings. More pages than some ten thousand would take hours to make.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import django

from .writing import texts

# Ids of pages are smaller.
FIRST_ID = 10_000_000
STEP = 500
ORIGINALS = 1_000


def make(first: int, end: int) -> None:
    from django.db import transaction

    from govlab.delivery.models import Document, DocumentFacet, Head

    rows = Document.objects.filter(collection="news", locale="lv", live=True)
    originals = list(rows.prefetch_related("facets").order_by("page_id")[:ORIGINALS])
    for start in range(first, end, STEP):
        numbers = range(start, min(start + STEP, end))
        with transaction.atomic():
            head = Head.lock()
            made = [
                _copy(originals[number % len(originals)], number, head.sequence + place)
                for place, number in enumerate(numbers, 1)
            ]
            Document.objects.bulk_create(made)
            DocumentFacet.objects.bulk_create(
                DocumentFacet(document=copy, name=facet.name, value=facet.value)
                for copy, number in zip(made, numbers, strict=True)
                for facet in originals[number % len(originals)].facets.all()
            )
            head.sequence += len(made)
            head.revision += 1
            head.save()


def _copy(original: Any, number: int, sequence: int) -> Any:
    from govlab.delivery.documents.canonical import dumps
    from govlab.delivery.models import Document

    identity, slug = FIRST_ID + number, f"zina-{number}"
    old = texts(int(original.path.strip("/").rpartition("-")[2]), "lv")
    place: dict[str, Any] = {
        "id": identity,
        "sequence": sequence,
        "slug": slug,
        "path": f"{original.path.rstrip('/').rpartition('/')[0]}/{slug}/",
    }

    def rewritten(stored: str) -> str:
        document = json.loads(stored)
        named = {name: value for name, value in place.items() if name in document}
        return replaced(dumps(document | named), pairs(old, texts(number, "lv")))

    return Document(
        page_id=identity,
        sequence=sequence,
        translation_key=uuid4(),
        path=place["path"],
        digest=f"{number:064x}",
        # Some minutes older than the original.
        sort_date=original.sort_date - timedelta(minutes=number // ORIGINALS),
        json=rewritten(original.json),
        summary_json=rewritten(original.summary_json),
        card_json=rewritten(original.card_json),
        **{
            name: getattr(original, name)
            for name in (
                *("type", "collection", "locale", "live", "updated_at", "published_at"),
                *("sort_title", "tree_path", "in_menu"),
            )
        },
    )


def pairs(old: Any, new: Any) -> Iterator[tuple[str, str]]:
    """What stands in one item and in its place in the other, long texts first."""
    yield from zip(old.paragraphs, new.paragraphs, strict=True)
    for name in ("summary", "quote", "title", "heading"):
        yield getattr(old, name), getattr(new, name)


def replaced(stored: str, changes: Iterable[tuple[str, str]]) -> str:
    for before, after in changes:
        stored = stored.replace(before, after)
    return stored


if __name__ == "__main__":
    django.setup()
    make(int(sys.argv[1]), int(sys.argv[2]))
