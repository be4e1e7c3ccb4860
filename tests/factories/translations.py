from typing import Any

from wagtail.models import Locale

from govlab.starter.translation import translate


def translate_page(page: Any, **texts: str) -> Any:
    """The English translation, made as the translation editor makes it."""
    english = Locale.objects.get_or_create(language_code="en")[0]
    source = type(page).objects.get(pk=page.pk)
    twin = type(page).objects.get(pk=page.pk)
    for field, text in texts.items():
        setattr(twin, field, text)
    translate(source, twin, english)
    return type(page).objects.get(translation_key=page.translation_key, locale=english)
