"""What marks what. Connected in `AppConfig.ready()`.

Signals of saving, not of publishing: aliases, copies for translation and wagtail-localize's drafts
are published without `page_published`, and a first publication in the future sends it with
`live=False`. A save that changed nothing public costs one mark and one comparison.
"""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    Page,
    PageViewRestriction,
    Site,
)
from wagtail.signals import post_page_move
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from govlab.core.vocabularies import Term

from . import marks

# What saving a draft writes on the page itself; no document shows any of it.
_DRAFT_FIELDS = frozenset(
    ("draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at")
)


def connect() -> None:
    for signal in (post_save, post_delete):
        signal.connect(_any_model, dispatch_uid="delivery_marks")
        for model, receiver in (
            (PageViewRestriction, _restriction),
            (Redirect, _redirect),
            (Site, _everything),
            (Locale, _everything),
            (CollectionViewRestriction, _everything),
            (TranslationSource, _translation_source),
            (Translation, _translation),
            (StringTranslation, _string_translation),
            (get_image_model(), _image),
            (get_document_model(), _file),
        ):
            signal.connect(receiver, sender=model, dispatch_uid=f"delivery_marks_{model.__name__}")
    post_save.connect(_collection, sender=Collection, dispatch_uid="delivery_marks_collection")
    post_page_move.connect(_moved, dispatch_uid="delivery_marks_move")


def _any_model(
    instance: Any, raw: bool = False, update_fields: frozenset[str] | None = None, **kwargs: Any
) -> None:
    """Page types and terms are many models: known by their base."""
    if raw or (update_fields and update_fields <= _DRAFT_FIELDS):
        return
    if isinstance(instance, Page):
        marks.mark_page(instance, "page saved or deleted")
    elif isinstance(instance, Term):
        marks.mark_reference(f"term:{instance.translation_key}", "term saved or deleted")
        # Lists of terms are read from the terms themselves.
        marks.mark_routes("term saved or deleted")


def _moved(
    instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs: Any
) -> None:
    """The page and all below it; beside it, in both places, the order in menus changed."""
    marks.mark_subtree(instance.path, "page moved")
    for parent in {
        parent_page_before.pk: parent_page_before,
        parent_page_after.pk: parent_page_after,
    }.values():
        marks.mark_subtree(parent.path, "a page was moved from or to here")


def _restriction(instance: PageViewRestriction, **kwargs: Any) -> None:
    marks.mark_subtree(instance.page.path, "view restriction changed")


def _image(instance: Any, **kwargs: Any) -> None:
    marks.mark_reference(f"image:{instance.pk}", "image saved or deleted")


def _file(instance: Any, **kwargs: Any) -> None:
    marks.mark_reference(f"file:{instance.pk}", "file saved or deleted")


def _translation_source(instance: TranslationSource, **kwargs: Any) -> None:
    marks.mark_groups([instance.object_id], "translation source taken over")


def _translation(instance: Translation, **kwargs: Any) -> None:
    marks.mark_groups([instance.source.object_id], "translation changed")


def _string_translation(instance: StringTranslation, **kwargs: Any) -> None:
    """Whether a machine wrote it is part of the document."""
    if instance.context_id:
        marks.mark_groups([instance.context.object_id], "translated text changed")


def _redirect(**kwargs: Any) -> None:
    marks.mark_routes("redirect changed")


def _collection(created: bool, **kwargs: Any) -> None:
    """A collection that was moved may be under another restriction now."""
    if not created:
        marks.mark_everything("collection changed")


def _everything(sender: type[Any], **kwargs: Any) -> None:
    marks.mark_everything(f"{sender._meta.model_name} changed")
    marks.mark_routes(f"{sender._meta.model_name} changed")
