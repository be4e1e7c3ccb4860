"""Translation keys of pages in the bin.

While a page is there it must not count as a translation of its original, so that another one may be
started, and lists, menus of languages and the log see none. So its key, and those of its rows, are
combined with the entry's mask, which can be taken off again (`a ^ b ^ b == a`). The records of
wagtail-localize keep the original keys, and thereby the translated texts.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, TranslatableMixin


def combined(key: UUID, mask: UUID) -> UUID:
    return UUID(int=key.int ^ mask.int)


def change_keys(pages: Iterable[Page], mask: UUID) -> None:
    """Put the mask on the keys of the pages and their rows, or take it off."""
    pages = list(pages)
    for page in pages:
        page.translation_key = combined(page.translation_key, mask)
    Page.objects.bulk_update(pages, ["translation_key"])
    for rows in _rows(pages):
        changed = list(rows)
        for row in changed:
            row.translation_key = combined(row.translation_key, mask)
        rows.model._default_manager.bulk_update(changed, ["translation_key"])


def are_keys_free(pages: Iterable[Page], mask: UUID) -> bool:
    """Whether no other page or row has taken one of the keys meanwhile."""
    pages = list(pages)
    return not any(
        queryset.model._default_manager.filter(
            translation_key=combined(item.translation_key, mask), locale_id=item.locale_id
        ).exists()
        for queryset in (pages_as_queryset(pages), *_rows(pages))
        for item in queryset
    )


def pages_as_queryset(pages: Iterable[Page]) -> QuerySet[Any]:
    found: QuerySet[Any] = Page.objects.filter(pk__in=[page.pk for page in pages])
    return found


def _rows(pages: Iterable[Page]) -> Iterator[QuerySet[Any]]:
    by_type: dict[type[Page], list[int]] = defaultdict(list)
    for page in pages:
        by_type[page.specific_class or Page].append(page.pk)
    for model, keys in by_type.items():
        for relation in get_all_child_relations(model):
            if issubclass(relation.related_model, TranslatableMixin):
                manager = relation.related_model._default_manager
                yield manager.filter(**{f"{relation.field.name}__in": keys})
