"""Reads pages as their own types, with what their documents read of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from wagtail.models import Page

from ..schemas.page import PageDocument
from .registry import document_type


def specific_pages(pages: Sequence[Page]) -> dict[int, Any]:
    """Map primary keys to pages of their own types; those without documents are left out. One
    query for each type and each relation of its rows."""
    by_model: dict[type[Page], list[int]] = defaultdict(list)
    for page in pages:
        if page.specific_class is not None:
            by_model[page.specific_class].append(page.pk)
    found: dict[int, Any] = {}
    for model, keys in by_model.items():
        if kind := document_type(model):
            manager: Any = model._base_manager
            joined = manager.select_related(*kind.schema.joined_objects)
            read: Mapping[int, Any] = joined.in_bulk(keys)
            read_rows(kind.schema, list(read.values()))
            found |= read
    return found


def read_rows(schema: type[PageDocument], pages: Sequence[Any]) -> None:
    """Read the rows of stored pages of one type, unless they are in memory already."""
    for name, joined in schema.joined_rows.items():
        stored = {page.pk: page for page in pages if page.pk and not _is_read(page, name)}
        if not stored:
            continue
        relation = pages[0]._meta.get_field(name)
        manager, key = relation.related_model._default_manager, relation.field.attname
        by_page: dict[int, list[Any]] = {pk: [] for pk in stored}
        for row in manager.filter(**{f"{key}__in": list(stored)}).select_related(*joined):
            by_page[getattr(row, key)].append(row)
        for pk, page in stored.items():
            getattr(page, name).set(by_page[pk])


def _is_read(page: Any, name: str) -> bool:
    return bool(getattr(page, name).is_deferring)
