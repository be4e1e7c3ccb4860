"""Marks documents whose translation records changed."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from govlab.delivery.log import marks

from ..vocabularies import Term
from .reviews import TranslationReview


def connect() -> None:
    for signal in (post_save, post_delete):
        for model, receiver in (
            (TranslationSource, _translation_source),
            (Translation, _translation),
            (StringTranslation, _string_translation),
            (TranslationReview, _translation_review),
        ):
            signal.connect(receiver, sender=model, dispatch_uid=f"core_marks_{model.__name__}")


def _translation_source(instance: TranslationSource, **kwargs: Any) -> None:
    marks.mark_group(instance.object_id, "translation source taken over")


def _translation(instance: Translation, **kwargs: Any) -> None:
    marks.mark_group(instance.source.object_id, "translation changed")
    model = instance.source.specific_content_type.model_class()
    if model is not None and issubclass(model, Term):
        marks.mark_reference(f"term:{instance.source.object_id}", "translation of a term changed")


def _string_translation(instance: StringTranslation, **kwargs: Any) -> None:
    """Whether a machine wrote it is part of the document, and whether a term has a name of its
    own of every document that shows it."""
    if instance.context_id:
        key = instance.context.object_id
        marks.mark_group(key, "translated text changed")
        # Aliases show the text too, and so say whether a machine wrote it.
        aliases = Page.objects.filter(alias_of__translation_key=key)
        for alias in set(aliases.values_list("translation_key", flat=True)) - {key}:
            marks.mark_group(alias, "translated text changed")
        if instance.context.path == "name":
            marks.mark_reference(f"term:{instance.context.object_id}", "translated name changed")


def _translation_review(instance: TranslationReview, **kwargs: Any) -> None:
    marks.mark_group(instance.translation.source.object_id, "translation reviewed")
