"""What documents say of a translation: whether it is up to date, and whether a machine wrote it."""

from collections.abc import Sequence
from uuid import UUID

from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from govlab.delivery.schemas.page import Provenance, TranslationInfo, TranslationStatus

from .states import translation_states


def translation_infos(pages: Sequence[Page]) -> dict[int, TranslationInfo]:
    """Primary key → info, of pages of one translation group."""
    states = translation_states(pages)
    translated = any(state.status != TranslationStatus.ORIGINAL for state in states.values())
    machine_made = _machine_made(pages[0].translation_key) if translated else set()
    return {
        page.pk: TranslationInfo(
            source_locale=states[page.pk].source_locale,
            status=states[page.pk].status,
            provenance=Provenance.MACHINE
            if page.locale.language_code in machine_made
            else Provenance.HUMAN,
        )
        for page in pages
    }


def _machine_made(key: UUID) -> set[str]:
    """Languages in which some of the group's present texts were made by a machine."""
    translations = Translation.objects.filter(source__object_id=key)
    return set(
        StringTranslation.objects.filter(
            translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
            context__object_id=key,
            locale__in=translations.values("target_locale"),
        )
        .values_list("locale__language_code", flat=True)
        .distinct()
    )
