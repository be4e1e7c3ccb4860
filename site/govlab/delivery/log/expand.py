"""From marks about anything to marks about pages: one a translation group that may differ."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet
from wagtail.models import Page

from ..models import Document, DocumentReference, Mark
from ..models.mark import Scope
from .marks import mark_groups


def expand(mark: Mark) -> None:
    """Writes the group marks that a wider mark stands for, parents before children."""
    match mark.scope:
        case Scope.SUBTREE:
            mark_groups(_in_order(_under(mark.key)), mark.reason)
        case Scope.EVERYTHING:
            mark_groups(every_key(), mark.reason)
        case Scope.REFERENCE:
            mark_groups(_users_of([mark.key]), mark.reason)


def every_key() -> list[UUID]:
    """Of pages that are there, in tree order, then of documents whose page is gone."""
    pages = _in_order(Page.objects.filter(depth__gt=1))
    gone = Document.objects.filter(live=True).exclude(
        translation_key__in=Page.objects.values("translation_key")
    )
    return list(dict.fromkeys([*pages, *gone.values_list("translation_key", flat=True)]))


def mark_dependents(key: UUID, reason: str) -> None:
    """Documents that show a card of the page; it may itself be one. Cards show no other cards, so
    this comes to rest."""
    mark_groups(_users_of([f"page:{key}"]), reason)


def mark_below(tree_paths: Iterable[str], reason: str) -> None:
    """Pages below pages that became public or moved: they may have no document that says so."""
    for tree_path in tree_paths:
        below = _under(tree_path).exclude(path=tree_path)
        mark_groups(_in_order(below), reason)


def _under(tree_path: str) -> QuerySet[Page]:
    pages: QuerySet[Page] = Page.objects.filter(path__startswith=tree_path)
    return pages


def _in_order(pages: QuerySet[Page]) -> list[UUID]:
    return list(dict.fromkeys(pages.order_by("path").values_list("translation_key", flat=True)))


def _users_of(keys: list[str]) -> list[UUID]:
    users = DocumentReference.objects.filter(key__in=keys, document__live=True)
    return list(
        dict.fromkeys(
            users.order_by("document__tree_path").values_list(
                "document__translation_key", flat=True
            )
        )
    )
