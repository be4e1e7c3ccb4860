"""Marks for changes that affect the visibility and location of pages and their descendants.

Each such change marks the subtree at its current position, in the same transaction. Changes are
never merged, because a document may have been built between them (ADR 4).
"""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

from . import marks
from .places import STORED, address_below_parent, keep_place

# The columns that saving a draft writes; no document depends on them.
_DRAFT_FIELDS = frozenset(
    ("draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at")
)
# The attribute that holds the columns as they were stored, while a page is being saved.
_ATTRIBUTE = "_delivery_stored"
# The columns that documents of descendants depend on, besides the card, which is in the log.
_READ_BELOW = ("live", "path", "slug", "locale", "translation_key", "alias_of")

Fields = frozenset[str] | None


def connect() -> None:
    pre_save.connect(_before_save, dispatch_uid="delivery_marks_before_save")
    post_save.connect(_page_saved, dispatch_uid="delivery_marks_page_saved")
    post_delete.connect(_page_deleted, dispatch_uid="delivery_marks_page_deleted")
    post_page_move.connect(_moved, dispatch_uid="delivery_marks_move")
    pre_save.connect(
        _before_restriction,
        sender=PageViewRestriction,
        dispatch_uid="delivery_marks_before_restriction",
    )
    for signal in (post_save, post_delete):
        signal.connect(
            _restriction, sender=PageViewRestriction, dispatch_uid="delivery_marks_restriction"
        )


def _before_save(instance: Any, raw: bool, update_fields: Fields, **kwargs: Any) -> None:
    if not isinstance(instance, Page) or _is_draft(raw, update_fields):
        return
    if instance._state.adding:
        address_below_parent(instance)
        return
    # Locked until the commit, so that concurrent saves compare with each other's result.
    stored = Page.objects.select_for_update(no_key=True).filter(pk=instance.pk)
    row = stored.values(*{*_READ_BELOW, *STORED, "show_in_menus"}).first()
    instance.__dict__[_ATTRIBUTE] = row
    # With `update_fields`, tree columns are written on purpose, as when a branch is copied.
    if row and update_fields is None:
        keep_place(instance, row)


def stored_columns(page: Page) -> dict[str, Any] | None:
    """For receivers of `pre_save`: the locked row of a stored page, with its place in the tree and
    `live`, `locale`, `translation_key`, `alias_of` and `show_in_menus`. None for a new page, and
    where only a draft is saved."""
    row: dict[str, Any] | None = page.__dict__.get(_ATTRIBUTE)
    return row


def _page_saved(instance: Any, raw: bool, update_fields: Fields, **kwargs: Any) -> None:
    if not isinstance(instance, Page) or _is_draft(raw, update_fields):
        return
    marks.mark_group(instance.translation_key, "page saved")
    stored = instance.__dict__.pop(_ATTRIBUTE, None)
    if stored is None:
        return
    written = set(_READ_BELOW if update_fields is None else update_fields)
    fields = [field for field in Page._meta.concrete_fields if field.name in _READ_BELOW]
    now = {
        field.name: getattr(instance, field.attname) for field in fields if field.name in written
    }
    if now.items() <= stored.items():
        return
    for tree_path in {stored["path"], now.get("path", stored["path"])}:
        marks.mark_below(tree_path, "a page above it changed")
    if now.get("alias_of", stored["alias_of"]) != stored["alias_of"]:
        marks.mark_aliases(instance.pk, "page is another's alias, or no alias any more")
    if now.get("translation_key", stored["translation_key"]) != stored["translation_key"]:
        marks.mark_group(stored["translation_key"], "page left its translations")
        marks.mark_reference(f"page:{stored['translation_key']}", "page has another key")


def _page_deleted(instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, Page):
        marks.mark_group(instance.translation_key, "page deleted")


def _is_draft(raw: bool, update_fields: Fields) -> bool:
    return raw or bool(update_fields and update_fields <= _DRAFT_FIELDS)


def _moved(instance: Page, **kwargs: Any) -> None:
    """A move before siblings shifts their tree paths without signals, so mark the parent."""
    above = instance.path[: -Page.steplen]
    after = Page.objects.filter(depth=instance.depth, path__startswith=above)
    shifted = after.filter(path__gt=instance.path).exists()
    marks.mark_subtree(above if shifted else instance.path, "page moved")


def _before_restriction(instance: PageViewRestriction, **kwargs: Any) -> None:
    """Reassigning a restriction to another page makes the first page public."""
    before = PageViewRestriction.objects.filter(pk=instance.pk).exclude(page=instance.page_id)
    for page_id in before.values_list("page_id", flat=True):
        marks.mark_aliases(page_id, "view restriction changed")


def _restriction(instance: PageViewRestriction, **kwargs: Any) -> None:
    marks.mark_aliases(instance.page_id, "view restriction changed")
