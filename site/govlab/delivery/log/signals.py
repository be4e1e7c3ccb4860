"""Signal receivers that write dirty marks, connected in `AppConfig.ready()`.

They listen to saves instead of `page_published`: aliases, copies for translation and drafts of
wagtail-localize are published without it, and a first publication scheduled for the future sends it
with `live=False`. A save without public changes costs one mark and one comparison.
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
    Site,
)

from ..documents.vocabularies import is_term
from . import marks, tree_signals


def connect() -> None:
    tree_signals.connect()
    for signal in (post_save, post_delete):
        signal.connect(_term, dispatch_uid="delivery_marks_term")
        for model, receiver in (
            (Redirect, _redirect),
            (Site, _everything),
            (Locale, _everything),
            (CollectionViewRestriction, _everything),
            (get_image_model(), _image),
            (get_document_model(), _file),
        ):
            signal.connect(receiver, sender=model, dispatch_uid=f"delivery_marks_{model.__name__}")
    post_save.connect(_collection, sender=Collection, dispatch_uid="delivery_marks_collection")


def _term(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Connected without a sender, since vocabularies are registered later than this."""
    if not raw and is_term(instance):
        marks.mark_reference(f"term:{instance.translation_key}", "term saved or deleted")
        # Lists of terms are read from the terms' own tables.
        marks.mark_routes("term saved or deleted")


def _image(instance: Any, **kwargs: Any) -> None:
    marks.mark_reference(f"image:{instance.pk}", "image saved or deleted")


def _file(instance: Any, **kwargs: Any) -> None:
    marks.mark_reference(f"file:{instance.pk}", "file saved or deleted")


def _redirect(**kwargs: Any) -> None:
    marks.mark_routes("redirect changed")


def _collection(created: bool, **kwargs: Any) -> None:
    """A moved collection may inherit other restrictions."""
    if not created:
        marks.mark_everything("collection changed")


def _everything(sender: type[Any], **kwargs: Any) -> None:
    marks.mark_everything(f"{sender._meta.model_name} changed")
    marks.mark_routes(f"{sender._meta.model_name} changed")
