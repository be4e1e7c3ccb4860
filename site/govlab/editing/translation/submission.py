"""Submits a page or term for translation, with related objects that the account may create.

wagtail-localize translates all objects that the page refers to, and overwrites existing
translations. Here existing ones are not changed, and those that the account may not create are
left out; the page then shows the originals.
"""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from wagtail.models import Locale, Page
from wagtail_localize.operations import TranslationCreator

from .rights import may_translate


class Submission(TranslationCreator):
    """Creates translations into one language. `left_out` has the objects that the account may not
    create."""

    def __init__(self, account: Any, locale: Locale) -> None:
        super().__init__(account, [locale])
        self.locale = locale
        self.left_out: list[Any] = []

    def create_translations(self, instance: Any, include_related_objects: bool = True) -> None:
        if isinstance(instance, Page):
            instance = instance.specific
        if instance.translation_key in self.seen_objects or _is_translated(instance, self.locale):
            return
        if may_translate(self.user, instance, self.locale):
            super().create_translations(instance, include_related_objects)
        else:
            self.seen_objects.add(instance.translation_key)
            self.left_out.append(instance)

    def create_below(self, page: Page) -> None:
        """A page whose parent was left out is left out too."""
        for child in page.get_children().filter(alias_of=None):
            self.create_translations(child)
            self.create_below(child)


def _is_translated(instance: Any, locale: Locale) -> bool:
    translation = instance.get_translation_or_none(locale)
    return translation is not None and not getattr(translation, "alias_of_id", None)


@transaction.atomic
def submit(
    account: Any, source: Any, locales: Iterable[Locale], components: Any, *, with_subtree: bool
) -> list[Any]:
    """Submit and return the objects that were left out."""
    left_out: dict[Any, Any] = {}
    mappings: dict[Any, list[Any]] = {}
    for locale in locales:
        submission = Submission(account, locale)
        submission.create_translations(source)
        if with_subtree and isinstance(source, Page):
            submission.create_below(source)
        left_out |= {thing.translation_key: thing for thing in submission.left_out}
        for record, translations in submission.mappings.items():
            mappings.setdefault(record, []).extend(translations)
    components.save(source, sources_and_translations=mappings)
    return list(left_out.values())
