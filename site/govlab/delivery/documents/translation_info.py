"""How pages stand to the pages they were translated from.

What translates pages in a project registers itself as the provider. Without one, the first page of
a group that was made is the original and its translations are taken to be up to date.
"""

from collections.abc import Callable, Sequence

from wagtail.models import Page

from ..schemas.page import Provenance, TranslationInfo, TranslationStatus

# Primary key → info, of pages of one translation group, fetched with their `locale`.
Provider = Callable[[Sequence[Page]], dict[int, TranslationInfo]]


def _first_is_the_original(pages: Sequence[Page]) -> dict[int, TranslationInfo]:
    original = min(pages, key=lambda page: page.pk)
    source_locale = original.locale.language_code
    return {
        page.pk: TranslationInfo(
            source_locale=source_locale,
            status=TranslationStatus.ORIGINAL if page is original else TranslationStatus.CURRENT,
            provenance=Provenance.HUMAN,
        )
        for page in pages
    }


_provider: Provider = _first_is_the_original


def register(provider: Provider) -> None:
    global _provider
    _provider = provider


def translation_infos(pages: Sequence[Page]) -> dict[int, TranslationInfo]:
    return _provider(pages) if pages else {}
