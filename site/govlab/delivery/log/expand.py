"""From marks about anything to marks about pages: one a translation group that may differ.

A part of bounded size at a time, so that the log's lock is never held for long. Whatever a part
finds that is public no longer is withdrawn at once; the rest is left to marks of its own.

That a walk in parts misses nothing, though pages move meanwhile: a page whose place has not changed
since the mark was written is found where it stands, and a move writes a mark of its own.
"""

from uuid import UUID

from django.db.models import F, Q, QuerySet
from wagtail.models import Page

from ..documents.group import load_groups
from ..documents.tree import PublicTree
from ..models import Document, DocumentReference, Head, Mark
from ..models.mark import Priority, Scope
from ..public import with_aliases
from .marks import add_groups, add_subtrees
from .withdraw import withdraw_hidden

CHUNK = 100


def expand(mark: Mark, head: Head, tree: PublicTree) -> None:
    """Writes the group marks of the next part, and removes the mark when it was the last."""
    if mark.scope == Scope.ALIASES:
        page = Page.objects.filter(pk=int(mark.key))
        add_subtrees(with_aliases(page), mark.reason)
    cursor, keys = _next_part(mark)
    groups = load_groups(keys, tree)
    withdraw_hidden(groups.values(), head)
    public = [key for key, group in groups.items() if group.public]
    add_groups(_unmarked(public, mark), mark.reason, _priority(mark))
    if cursor is None:
        Mark.objects.filter(pk=mark.pk).delete()
    else:
        Mark.objects.filter(pk=mark.pk).update(cursor=cursor, priority=Priority.BULK)


def every_key() -> list[UUID]:
    """Of pages that are there, in tree order, then of documents whose page is gone."""
    pages = Page.objects.filter(depth__gt=1).order_by("path")
    keys = [*pages.values_list("translation_key", flat=True), *_gone()]
    return list(dict.fromkeys(keys))


def _next_part(mark: Mark) -> tuple[str | None, list[UUID]]:
    """Where the part ends, None at the end of all, and the groups in it."""
    match mark.scope:
        case Scope.REFERENCE:
            _absorb(Mark.objects.filter(key=mark.key, cursor=""), mark)
            users = DocumentReference.objects.filter(
                key=mark.key, document__live=True, document_id__gt=int(mark.cursor or 0)
            ).order_by("document_id")
            part = list(users.values_list("document_id", "document__translation_key")[:CHUNK])
        case Scope.SUBTREE | Scope.EVERYTHING:
            within = Mark.objects.filter(Q(cursor="") | Q(cursor=F("key")))
            if mark.cursor:  # without its first page
                within = within.exclude(key=mark.key, cursor="")
            _absorb(within.filter(key__startswith=mark.key), mark)
            pages = Page.objects.filter(
                depth__gt=1, path__startswith=mark.key, path__gt=mark.cursor
            ).order_by("path")
            part = list(pages.values_list("path", "translation_key")[:CHUNK])
            if mark.scope == Scope.EVERYTHING and len(part) < CHUNK:
                gone = list(_gone()[:CHUNK])
                here = str(part[-1][0]) if part else mark.cursor
                keys = [*(key for _, key in part), *gone]
                return here if len(gone) == CHUNK else None, list(dict.fromkeys(keys))
        case _:
            return None, []
    further = str(part[-1][0]) if len(part) == CHUNK else None
    return further, list(dict.fromkeys(key for _, key in part))


def _absorb(marks: QuerySet[Mark], by: Mark) -> None:
    """Removes marks that this one, at its beginning, stands for as well."""
    if not by.cursor or by.cursor == by.key:
        marks.filter(scope=by.scope).exclude(pk=by.pk).delete()


def _unmarked(keys: list[UUID], mark: Mark) -> list[UUID]:
    """Keys without a mark that comes at least as soon."""
    waiting = Mark.objects.filter(
        scope=Scope.GROUP,
        key__in=[str(key) for key in keys],
        priority__lte=_priority(mark),
        not_before=None,
    )
    known = set(waiting.values_list("key", flat=True))
    return [key for key in keys if str(key) not in known]


def _priority(mark: Mark) -> Priority:
    """The first part of what an editor changed goes before all that is left of larger ones."""
    return Priority.BULK if mark.priority == Priority.BULK else Priority.DEPENDENT


def _gone() -> QuerySet[Document, UUID]:
    documents = Document.objects.filter(live=True).order_by("page_id")
    return documents.exclude(
        translation_key__in=Page.objects.values("translation_key")
    ).values_list("translation_key", flat=True)
