"""Texts that read the same in both languages: each becomes a translation that equals its original,
as a translator would write it in wagtail-localize's editor.
"""

from collections.abc import Iterable
from typing import Any

from wagtail.models import Page
from wagtail_localize.models import (
    String,
    StringTranslation,
    TranslatableObject,
    TranslationContext,
)

from .untranslated import UntranslatedText


def say_they_are_the_same(page: Page, texts: Iterable[UntranslatedText], user: Any) -> None:
    # A copy of a translation is no object of wagtail-localize yet.
    owner, _created = TranslatableObject.objects.get_or_create_from_instance(page)
    for text in texts:
        string = String.objects.get(pk=text.string_id)
        context, _created = TranslationContext.objects.get_or_create(object=owner, path=text.path)
        StringTranslation.objects.update_or_create(
            translation_of=string,
            locale_id=page.locale_id,
            context=context,
            defaults={
                "data": string.data,
                "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                "tool_name": "",
                "last_translated_by": user,
                "has_error": False,
                "field_error": "",
            },
        )
