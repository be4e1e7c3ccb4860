"""The provider of translation status, dates and provenance for documents."""

from collections.abc import Sequence

from wagtail.models import Page

from govlab.delivery.schemas.page import Provenance, TranslationInfo

from .provenance import machine_translated
from .states import translation_states


def translation_infos(pages: Sequence[Page]) -> dict[int, TranslationInfo]:
    """Map the primary keys of the pages of whole translation groups to their info."""
    states = translation_states(pages, whole_groups=True)
    machine_made = machine_translated(pages)
    return {
        page.pk: TranslationInfo(
            source_locale=states[page.pk].source_locale,
            status=states[page.pk].status,
            provenance=Provenance.MACHINE if page.pk in machine_made else Provenance.HUMAN,
            translated_at=states[page.pk].translated_at,
            source_changed_at=states[page.pk].source_changed_at,
        )
        for page in pages
    }
