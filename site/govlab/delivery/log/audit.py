"""Proves that the log equals what the pages would give, and says where it does not."""

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
    # Names of the fields that differ, where both sides have a document.
    fields: tuple[str, ...] = ()

    def __str__(self) -> str:
        fields = f": {', '.join(self.fields)}" if self.fields else ""
        return f"page {self.page_id} {self.path} – {self.message}{fields}"


def differences() -> Iterator[Difference]:
    tree = PublicTree()
    for key in every_key():
        yield from differences_of(key, tree)


def differences_of(key: UUID, tree: PublicTree) -> Iterator[Difference]:
    """Where the documents of one translation group are not what its pages would give now."""
    group = load_groups([key], tree)[key]
    rows = {row.page_id: row for row in Document.objects.filter(translation_key=key, live=True)}
    for page in group.public:
        row = rows.pop(page.pk, None)
        try:
            built = build(page, group, tree)
        except Exception as error:
            path = row.path if row else page.url_path
            message = f"no document can be made of it ({type(error).__name__}: {error})"
            yield Difference(page.pk, path, message)
            continue
        if built:
            yield from _compare(page.pk, built, row)
            if problem := routing.fault(page, built.columns["path"], tree):
                yield Difference(page.pk, built.columns["path"], problem)
        elif row:
            yield Difference(page.pk, row.path, "the log shows it, and its type has no documents")
    for row in rows.values():
        reason = group.why_withdrawn(row.page_id)
        gone = "the page is gone" if reason == WithdrawalReason.DELETED else "it is not public"
        yield Difference(row.page_id, row.path, f"the log shows it, and {gone}")


def _compare(page_id: int, built: Built, row: Document | None) -> Iterator[Difference]:
    path = built.columns["path"]
    if row is None:
        yield Difference(page_id, path, "it is public, and the log does not have it")
        return
    stored: dict[str, Any] = json.loads(row.json)
    if digest(stored) != row.digest:
        yield Difference(page_id, path, "its bytes in the log do not match their digest")
    if built.digest != row.digest:
        fields = [
            name
            for name, value in built.document.items()
            if name not in {"sequence", "digest", "updated_at"} and stored.get(name) != value
        ]
        yield Difference(page_id, path, "the page gives something else", tuple(fields))
    elif changed := differing(row, built):
        yield Difference(page_id, path, "the log keeps something else", tuple(sorted(changed)))
    if frozenset(row.facets.values_list("name", "value")) != built.facets:
        yield Difference(page_id, path, "what lists filter by differs")
    if frozenset(row.references.values_list("key", flat=True)) != built.references:
        yield Difference(page_id, path, "what it was made with differs")
