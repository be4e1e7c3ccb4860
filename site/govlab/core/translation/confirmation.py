"""Confirms that a translation needs no change although its original has changed.

Nothing is published. Of a synchronised translation, the original's new texts are taken over with
the translations of their former ones, so that the next publication says what the public one says.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail_localize.models import (
    String,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationContext,
)

from .changes import Changes, changes_of
from .reviews import TranslationReview, review
from .states import texts_left
from .untranslated import untranslated_texts


@transaction.atomic
def confirm_unchanged(translation: Translation, page: Page, user: Any) -> TranslationReview:
    """Raises ValidationError while a text has no translation at all."""
    if translation.enabled:
        changes = changes_of(translation)
        translation.source.update_from_db()
        _keep_former_translations(translation, changes, user)
        key = (page.translation_key, page.locale_id)
        left = texts_left([page.translation_key])[key]
    else:
        left = len(untranslated_texts(page.get_latest_revision_as_object()))
    if left:
        raise ValidationError(
            ngettext(
                "%(left)d text is not translated yet. Translate it first.",
                "%(left)d texts are not translated yet. Translate them first.",
                left,
            )
            % {"left": left}
        )
    return review(translation, user)


def machine_texts(page: Page) -> QuerySet[StringTranslation]:
    """Return the page's texts, public or not, that a machine translated and nobody has checked."""
    texts: QuerySet[StringTranslation] = StringTranslation.objects.filter(
        context__object_id=page.translation_key,
        locale_id=page.locale_id,
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
    )
    return texts


def confirm_machine_texts(page: Page, user: Any) -> int:
    """Record that the account has read all these texts. Returns their number."""
    texts = list(machine_texts(page))
    for text in texts:
        text.translation_type = StringTranslation.TRANSLATION_TYPE_MANUAL
        text.tool_name = ""
        text.last_translated_by = user
        text.save(update_fields=["translation_type", "tool_name", "last_translated_by"])
    return len(texts)


def _keep_former_translations(translation: Translation, changes: Changes, user: Any) -> None:
    for change in changes.changed:
        if change.new_translation:
            continue
        segment = StringSegment.objects.filter(
            source=translation.source,
            string__data_hash=String._get_data_hash(change.new_source),
            context__path_id=TranslationContext._get_path_id(change.path),
        ).first()
        if segment is None:
            continue
        StringTranslation.objects.get_or_create(
            translation_of_id=segment.string_id,
            context_id=segment.context_id,
            locale_id=translation.target_locale_id,
            defaults={
                "data": change.old_translation,
                "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                "last_translated_by": user,
            },
        )
