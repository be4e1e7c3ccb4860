"""Texts of a page that are still in another language than the page's.

Judged by what the page itself holds, so that it does not matter how it came there: a text counts
that wagtail-localize once took from the original, word by word, until somebody says that it reads
the same in both languages, by a translation that equals its original.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Exists, OuterRef, Q
from wagtail.models import Locale, Page
from wagtail_localize.models import String, StringSegment, StringTranslation, Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from govlab.delivery.safe_urls import is_safe_url

# From how many words on a text that equals one of another page is no coincidence.
TELLING_WORDS = 3


@dataclass(frozen=True)
class UntranslatedText:
    # Where it stands, as wagtail-localize writes it: `body.<block id>.text`.
    path: str
    text: str
    # Of the `String` that it equals.
    string_id: int


def untranslated_texts(page: Page) -> list[UntranslatedText]:
    """In their order on the page. One query for a page in the default language that is an original;
    else two, and what reading the page's rows takes.

    Short texts may equal another page's by chance; not where most of the page does.
    """
    if not _may_hold_another_language(page):
        return []
    texts = _texts(page)
    strings = _strings_of_others(page, {_hash(segment.string.data) for segment in texts})
    equal = [segment for segment in texts if _hash(segment.string.data) in strings]
    wholly = 2 * _without_slug(equal) > _without_slug(texts)
    found = [(segment, strings[_hash(segment.string.data)]) for segment in equal]
    return [
        UntranslatedText(segment.path, segment.string.render_text(), string.pk)
        for segment, string in found
        if wholly or _tells(string)
    ]


def _without_slug(segments: list[StringSegmentValue]) -> int:
    return sum(segment.path != "slug" for segment in segments)


def _may_hold_another_language(page: Page) -> bool:
    translated = Translation.objects.filter(
        target_locale=OuterRef("pk"), source__object_id=page.translation_key
    )
    return bool(
        Locale.objects.filter(pk=page.locale_id)
        .filter(~Q(language_code=settings.LANGUAGE_CODE) | Exists(translated))
        .exists()
    )


def _texts(page: Page) -> list[StringSegmentValue]:
    return [
        segment
        for segment in extract_segments(page)
        if isinstance(segment, StringSegmentValue)
        and needs_translation(segment.string.render_text())
    ]


def needs_translation(text: str) -> bool:
    """Numbers, addresses and whatever else has no words read alike everywhere."""
    text = text.strip()
    if not any(character.isalpha() for character in text):
        return False
    try:
        validate_email(text)
    except ValidationError:
        return " " in text or not is_safe_url(text)
    return False


def _strings_of_others(page: Page, hashes: set[UUID]) -> dict[UUID, Any]:
    """Hash → string in another language, without those that were said to read the same here."""
    segments = StringSegment.objects.filter(string=OuterRef("pk"))
    said_to_be_the_same = StringTranslation.objects.filter(
        translation_of=OuterRef("pk"),
        data=OuterRef("data"),
        locale_id=page.locale_id,
        has_error=False,
    )
    here = said_to_be_the_same.filter(context__object_id=page.translation_key)
    own = segments.filter(source__object_id=page.translation_key)
    strings = (
        String.objects.exclude(locale_id=page.locale_id)
        .filter(data_hash__in=hashes)
        .exclude(Exists(here))
        # A copy knows nothing of what was said of the page that it was made of.
        .exclude(Exists(said_to_be_the_same) & ~Exists(own))
        .annotate(own=Exists(own), used=Exists(segments))
    )
    return {string.data_hash: string for string in strings}


def _tells(string: Any) -> bool:
    """Whether equality alone says that a text was taken over: it is the page's own original, an
    earlier version that no original has any more, or too long for chance."""
    return string.own or not string.used or len(string.data.split()) >= TELLING_WORDS


def _hash(text: str) -> UUID:
    return String._get_data_hash(text)
