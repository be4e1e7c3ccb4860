"""Originals and their translations."""

from wagtail.models import Locale, Page
from wagtail_localize.models import Translation


def is_original(page: Page) -> bool:
    """Whether others were translated from the page, rather than it from another one.

    Without records, as for pages that were copied into a language, the source language decides.
    """
    sources = Translation.objects.filter(source__object_id=page.translation_key)
    if sources.filter(target_locale=page.locale_id).exists():
        return False
    if page.locale_id == Locale.get_default().pk or sources.exists():
        return True
    return not page.get_translations().filter(locale=Locale.get_default()).exists()


def translations_of(page: Page, *, with_aliases: bool = False) -> list[Page]:
    """Return the translations if the page is an original; a translation has none of its own."""
    found = page.get_translations()
    if not with_aliases:
        found = found.filter(alias_of=None)
    pages = list(found.select_related("locale").order_by("locale__language_code"))
    return pages if pages and is_original(page) else []
