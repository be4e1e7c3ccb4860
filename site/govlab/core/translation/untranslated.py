"""Finds texts of a page that are still in another language.

The page's own content is examined, regardless of its origin. A text counts as untranslated if it
equals one that wagtail-localize once extracted from the original, unless a translation that equals
the original confirms that it is the same in both languages.
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

# From this number of words, equality with a text of another page is not a coincidence.
MIN_CONCLUSIVE_WORDS = 3


@dataclass(frozen=True)
class UntranslatedText:
    # wagtail-localize's path, such as `body.<block id>.text`.
    path: str
    text: str
    # The id of the equal `String`.
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
        if wholly or _is_conclusive(string)
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
    """Whether the text has words, unlike numbers and URLs."""
    text = text.strip()
    if not any(character.isalpha() for character in text):
        return False
    try:
        validate_email(text)
    except ValidationError:
        return " " in text or not is_safe_url(text)
    return False


def _strings_of_others(page: Page, hashes: set[UUID]) -> dict[UUID, Any]:
    """Map hashes to strings in another language, without those confirmed as the same here."""
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
        # Confirmations of a page do not apply to its copies.
        .exclude(Exists(said_to_be_the_same) & ~Exists(own))
        .annotate(own=Exists(own), used=Exists(segments))
    )
    return {string.data_hash: string for string in strings}


def _is_conclusive(string: Any) -> bool:
    """Whether an exact match proves that the text is an untranslated copy: it is the page's own
    original, an earlier version that no original has any more, or too long for a coincidence.
    """
    return string.own or not string.used or len(string.data.split()) >= MIN_CONCLUSIVE_WORDS


def _hash(text: str) -> UUID:
    return String._get_data_hash(text)
