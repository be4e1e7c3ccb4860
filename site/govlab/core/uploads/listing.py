"""Files as a public page lists them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, prefetch_related_objects
from django.http import HttpRequest

from govlab.delivery.closed_collections import closed_paths


@dataclass(frozen=True)
class ListedFile:
    title: str
    url: str
    kind: str  # the extension, without its dot
    size: int | None  # in bytes


def listed_files(rows: Iterable[Any], request: HttpRequest | None) -> list[ListedFile]:
    """Of rows with a `document` and a `title` of their own, maybe empty.

    Rows whose file was deleted are left out, and those whose collection does not let the reader in.
    """
    rows = list(rows)
    prefetch_related_objects([row for row in rows if isinstance(row, Model)], "document")
    chosen = [(document, title) for document, title in map(_parts, rows) if document]
    prefetch_related_objects([document for document, _ in chosen], "collection")
    closed = closed_paths(request) if chosen else ()
    return [
        ListedFile(
            title=title or document.title,
            url=document.url,
            kind=document.file_extension.upper(),
            size=document.file_size,
        )
        for document, title in chosen
        if not document.collection.path.startswith(closed)
    ]


def _parts(row: Any) -> tuple[Any, str]:
    if isinstance(row, Mapping):
        return row.get("document"), row.get("title") or ""
    return row.document, row.title
