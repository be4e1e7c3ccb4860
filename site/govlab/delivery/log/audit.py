"""Compares the log with the pages, and reports differences."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from ..documents import routing
from ..documents.build import Built, build
from ..documents.canonical import digest
from ..documents.group import load_groups
from ..documents.tree import PublicTree
from ..models import Document
from ..schemas.feed import WithdrawalReason
from .expand import every_key
from .write import differing


@dataclass(frozen=True)
class Difference:
    page_id: int
    path: str
    message: str
    # Names of the fields that differ, if both sides have a document.
    fields: tuple[str, ...] = ()

    def __str__(self) -> str:
        fields = f": {', '.join(self.fields)}" if self.fields else ""
        return f"page {self.page_id} {self.path} – {self.message}{fields}"


def differences() -> Iterator[Difference]:
    tree = PublicTree()
    for key in every_key():
        yield from differences_of(key, tree)


def differences_of(key: UUID, tree: PublicTree) -> Iterator[Difference]:
    """Yield the differences between the stored documents of a translation group and its pages."""
    group = load_groups([key], tree)[key]
    rows = {row.page_id: row for row in Document.objects.filter(translation_key=key, live=True)}
    for page in group.public:
        row = rows.pop(page.pk, None)
        try:
            built = build(page, group, tree)
        except Exception as error:
            path = row.path if row else page.url_path
            message = f"its document cannot be built ({type(error).__name__}: {error})"
            yield Difference(page.pk, path, message)
            continue
        if built:
            yield from _compare(page.pk, built, row)
            if problem := routing.fault(page, built.columns["path"], tree):
                yield Difference(page.pk, built.columns["path"], problem)
        elif row:
            yield Difference(
                page.pk, row.path, "the log has it, but its page type has no documents"
            )
    for row in rows.values():
        reason = group.why_withdrawn(row.page_id)
        gone = (
            "the page was deleted"
            if reason == WithdrawalReason.DELETED
            else "the page is not public"
        )
        yield Difference(row.page_id, row.path, f"the log has it, but {gone}")


def _compare(page_id: int, built: Built, row: Document | None) -> Iterator[Difference]:
    path = built.columns["path"]
    if row is None:
        yield Difference(page_id, path, "the page is public, but the log does not have it")
        return
    stored: dict[str, Any] = json.loads(row.json)
    if digest(stored) != row.digest:
        yield Difference(page_id, path, "the stored document does not match its digest")
    if built.digest != row.digest:
        fields = [
            name
            for name, value in built.document.items()
            if name not in {"sequence", "digest", "updated_at"} and stored.get(name) != value
        ]
        yield Difference(page_id, path, "the content of the page differs", tuple(fields))
    elif changed := differing(row, built):
        yield Difference(
            page_id, path, "the data stored with the document differs", tuple(sorted(changed))
        )
    if frozenset(row.facets.values_list("name", "value")) != built.facets:
        yield Difference(page_id, path, "the facets differ")
    if frozenset(row.references.values_list("key", flat=True)) != built.references:
        yield Difference(page_id, path, "the references differ")
