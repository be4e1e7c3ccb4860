"""Questions that found nothing, kept for editors and without a trace of who asked.

A question, by how many clients and on which days: no account, address or hour. What may be personal
is not kept at all, and what only one person may have asked is neither shown nor kept for long.
"""

import logging
import re
import unicodedata
from datetime import date, timedelta

from django.conf import settings
from django.db import DatabaseError, models, transaction
from django.utils import timezone

from .clients import is_one_more
from .editors import gap_log
from .lemmas import words
from .models.gap import LONGEST_QUESTION, GapState, SearchGap
from .normalisation import normalised

logger = logging.getLogger(__name__)

MOST_WORDS = 8
# From here on it may be a telephone number or a personal code.
MANY_DIGITS = 5
# A question is shown to editors, and kept for longer, once so many clients asked it.
SHOWN_FROM = 2
DAYS_ASKED_ONCE = 7
DAYS_KEPT = 180
# Open ones a language; beyond these the rarest and oldest go.
MOST_OPEN = 5_000

_ADDRESS = re.compile(r"@|://|\bwww\.|[^\W\d_]\.[^\W\d_]{2,}")


def note(text: str, locale: str, client: str) -> None:
    """Counts a question that found nothing, also without facets and on its first page.

    Each client once a day. Whatever goes wrong with the database, the reader gets their page.
    """
    question = as_kept(text)
    if locale not in dict(settings.WAGTAIL_CONTENT_LANGUAGES) or not may_be_kept(question):
        return
    if not is_one_more(client, question, locale):
        return
    try:
        with transaction.atomic():
            _count(question, locale, timezone.localdate())
    except DatabaseError:
        logger.exception("A question without results could not be counted.")


def as_kept(text: str) -> str:
    """Alike for all who ask the same but for case, spaces and variants of signs."""
    return " ".join(unicodedata.normalize("NFKC", normalised(text)).lower().split())


def may_be_kept(question: str) -> bool:
    return (
        question.isprintable()
        and "\N{REPLACEMENT CHARACTER}" not in question
        and len(question) <= LONGEST_QUESTION
        and bool(words(question, settings.LANGUAGE_CODE))
        and len(question.split()) <= MOST_WORDS
        and sum(letter.isdigit() for letter in question) < MANY_DIGITS
        and not _ADDRESS.search(question)
    )


def shown() -> "models.QuerySet[SearchGap]":
    """Those that editors may see."""
    return SearchGap.objects.filter(count__gte=SHOWN_FROM)


def purge(today: date) -> None:
    """Forgets what is kept no longer, with what the log says of it.

    A chore of the worker's rounds, so that it does not wait for the next question.
    """
    asked_once = models.Q(count__lt=SHOWN_FROM, last_day__lt=today - timedelta(DAYS_ASKED_ONCE))
    old = models.Q(last_day__lt=today - timedelta(DAYS_KEPT))
    _forget(list(SearchGap.objects.filter(asked_once | old).values_list("pk", flat=True)))


def _count(question: str, locale: str, today: date) -> None:
    """Adds one, in the database: two readers who ask at the same moment are two."""
    if _add_one(question, locale, today):
        return
    gap = SearchGap(locale=locale, question=question, first_day=today, last_day=today)
    # Where another process was first, its row is counted on.
    SearchGap.objects.bulk_create([gap], ignore_conflicts=True)
    _add_one(question, locale, today)
    _make_room(locale)


def _add_one(question: str, locale: str, today: date) -> int:
    """How many rows there are of it. What was handled and found nothing again is open again."""
    return SearchGap.objects.filter(locale=locale, question=question).update(
        count=models.F("count") + 1,
        last_day=today,
        state=models.Case(
            models.When(state=GapState.HANDLED, then=models.Value(GapState.OPEN)),
            default=models.F("state"),
        ),
    )


def _make_room(locale: str) -> None:
    open_ones = SearchGap.objects.filter(locale=locale, state=GapState.OPEN)
    if (excess := open_ones.count() - MOST_OPEN) > 0:
        rarest = open_ones.order_by("count", "last_day", "pk").values_list("pk", flat=True)
        _forget(list(rarest[:excess]))


def _forget(gaps: list[int]) -> None:
    if gaps:
        gap_log.forget(gaps)
        SearchGap.objects.filter(pk__in=gaps).delete()
