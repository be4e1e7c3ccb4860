"""Which pages show texts that a machine translated and no person has looked at.

The public content is compared with wagtail-localize's translations: a draft of a machine's text
changes nothing, and a text stays the machine's in a copy or alias of its page until a person saves
or confirms it in the translation editor, or writes it differently.
"""

from collections.abc import Iterable
from typing import Any

from wagtail.models import Page
from wagtail_localize.models import StringTranslation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from .untranslated import MIN_CONCLUSIVE_WORDS

_MACHINE = StringTranslation.TRANSLATION_TYPE_MACHINE


def machine_translated(pages: Iterable[Page]) -> set[int]:
    """Return the primary keys of the pages. One query if no machine has translated into their
    languages; else two for each page, and what reading its rows takes."""
    wanted = list(pages)
    locales = set(
        StringTranslation.objects.filter(
            translation_type=_MACHINE, locale__in={page.locale_id for page in wanted}
        )
        .order_by()
        .values_list("locale_id", flat=True)
        .distinct()
    )
    return {page.pk for page in wanted if page.locale_id in locales and _shows_machine_text(page)}


def _shows_machine_text(page: Any) -> bool:
    specific = page if isinstance(page, page.specific_class or Page) else page.specific
    texts = {
        (segment.path, segment.string.data)
        for segment in extract_segments(specific)
        if isinstance(segment, StringSegmentValue)
    }
    rows = StringTranslation.objects.filter(
        locale_id=page.locale_id,
        context__path__in={path for path, _ in texts},
        data__in={text for _, text in texts},
    ).values_list("context__path", "data", "context__object_id", "translation_type")
    found = [row for row in rows if (row[0], row[1]) in texts]
    looked_at = {
        (path, text)
        for path, text, key, kind in found
        if key == page.translation_key and kind != _MACHINE
    }
    return any(
        kind == _MACHINE
        and (path, text) not in looked_at
        # Short texts of two pages may be equal by chance.
        and (key == page.translation_key or len(text.split()) >= MIN_CONCLUSIVE_WORDS)
        for path, text, key, kind in found
    )
