"""The translation status of pages.

The project's translation app registers itself as the provider. Without a provider, the page of a
group that was created first is the original, and its translations count as current.
"""

from collections.abc import Callable, Sequence
from uuid import UUID

from wagtail.models import Page

from ..schemas.page import Provenance, TranslationInfo, TranslationStatus

# Maps the primary keys of pages of whole translation groups, fetched with their `locale`.
Provider = Callable[[Sequence[Page]], dict[int, TranslationInfo]]


def _first_is_the_original(pages: Sequence[Page]) -> dict[int, TranslationInfo]:
    originals: dict[UUID, Page] = {}
    for page in sorted(pages, key=lambda page: page.pk):
        originals.setdefault(page.translation_key, page)
    return {
        page.pk: TranslationInfo(
            source_locale=original.locale.language_code,
            status=TranslationStatus.ORIGINAL if page is original else TranslationStatus.CURRENT,
            provenance=Provenance.HUMAN,
        )
        for page in pages
        if (original := originals[page.translation_key])
    }


_provider: Provider = _first_is_the_original


def register(provider: Provider) -> None:
    global _provider
    _provider = provider


def translation_infos(pages: Sequence[Page]) -> dict[int, TranslationInfo]:
    return _provider(pages) if pages else {}
