"""Lets the translation machine translate what is left of a translation.

It is called outside a transaction, so that nobody waits for the service's response with a lock on
the database. What is translated stays, whatever happens to the rest.
"""

import json
import logging
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import requests
from django.db import transaction
from django.utils.functional import Promise
from django.utils.text import slugify
from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue

from .errors import UNAVAILABLE, UNREADABLE, MachineTranslationError
from .tags import keeps_tags, normalised

logger = logging.getLogger(__name__)

# The number of texts in a request to the service.
BATCH = 20

# A text's places: ids of its string and of each context.
Places = list[tuple[int, int]]


@dataclass
class Outcome:
    translated: int = 0
    # Texts whose tags came back broken, and texts that the service did not translate.
    broken: int = 0
    left: int = 0
    # Why it stopped before the end; empty if it did not.
    error: str | Promise = ""


def translate_what_is_left(
    translation: Translation, translator: BaseMachineTranslator, account: Any
) -> Outcome:
    outcome = Outcome()
    waiting = _waiting(translation)
    for texts in _batches(list(waiting)):
        try:
            results = translator.translate(
                translation.source.locale, translation.target_locale, texts
            )
        except MachineTranslationError as error:
            outcome.error = error.message
        except (requests.RequestException, json.JSONDecodeError) as error:
            _log(translator, error)
            outcome.error = UNAVAILABLE
        except (LookupError, ValueError, TypeError, AttributeError) as error:
            # wagtail-localize's translators do not validate responses.
            _log(translator, error)
            outcome.error = UNREADABLE
        if outcome.error:
            break
        with transaction.atomic():
            for text in texts:
                _store(translation, translator, account, text, results, waiting, outcome)
    _make_slug(translation, translator, account)
    outcome.left = len(_waiting(translation)) - outcome.broken
    return outcome


def _log(translator: BaseMachineTranslator, error: Exception) -> None:
    """Only the kind of the error: its text may contain addresses and keys."""
    logger.warning("Machine translation (%s): %s", type(translator).__name__, type(error).__name__)


def _waiting(translation: Translation) -> dict[StringValue, Places]:
    segments = (
        StringSegment.objects.filter(source=translation.source)
        .annotate_translation(translation.target_locale, include_errors=True)
        .filter(translation=None)
        .exclude(context__path="slug")
        .select_related("string")
        .order_by("order")
    )
    waiting: dict[StringValue, Places] = defaultdict(list)
    for segment in segments:
        waiting[segment.string.as_value()].append((segment.string_id, segment.context_id))
    return dict(waiting)


def _batches(texts: list[StringValue]) -> Iterator[list[StringValue]]:
    for start in range(0, len(texts), BATCH):
        yield texts[start : start + BATCH]


def _store(
    translation: Translation,
    translator: BaseMachineTranslator,
    account: Any,
    text: StringValue,
    results: dict[StringValue, StringValue],
    waiting: dict[StringValue, Places],
    outcome: Outcome,
) -> None:
    result = results.get(text)
    if result is None or not (result.data or "").strip():
        return
    try:
        data = normalised(result.data)
    except ValueError:
        data = ""
    if not data or not keeps_tags(text.data, result.data):
        outcome.broken += 1
        return
    for string, context in waiting[text]:
        _write(translation, translator, account, string, context, data)
    outcome.translated += 1


def _write(
    translation: Translation,
    translator: BaseMachineTranslator,
    account: Any,
    string: int,
    context: int,
    data: str,
) -> None:
    """A translation that somebody has written meanwhile stays."""
    StringTranslation.objects.get_or_create(
        translation_of_id=string,
        context_id=context,
        locale=translation.target_locale,
        defaults={
            "data": data,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MACHINE,
            "tool_name": str(translator.display_name),
            "last_translated_by": account,
        },
    )


def _make_slug(translation: Translation, translator: BaseMachineTranslator, account: Any) -> None:
    """The address follows the translated title, as when a page is written."""
    segments = StringSegment.objects.filter(source=translation.source).annotate_translation(
        translation.target_locale, include_errors=True
    )
    slug = segments.filter(context__path="slug", translation=None).first()
    title = segments.filter(context__path="title").exclude(translation=None).first()
    if slug is None or title is None:
        return
    if data := slugify(StringValue(title.translation).render_text()):
        _write(translation, translator, account, slug.string_id, slug.context_id, data)
