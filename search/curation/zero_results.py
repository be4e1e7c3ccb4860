"""Zero-result queries, stored for editors without personal data.

A query is stored with the number of clients and the days, without accounts, addresses or times.
Queries that may contain personal data are not stored, and those of a single client are neither
shown nor stored for long.
"""

import logging
import re
import unicodedata
from datetime import date, timedelta

from django.conf import settings
from django.db import DatabaseError, models, transaction
from django.utils import timezone

from search.models.zero_result import MAX_ZERO_RESULT_LENGTH, ZeroResultQuery, ZeroResultState
from search.text.normalisation import normalised
from search.text.words import words

from . import decision_log
from .clients import is_one_more

logger = logging.getLogger(__name__)

MAX_WORDS = 8
# Queries with as many digits may be a telephone number or a personal identity number.
MANY_DIGITS = 5
# The number of clients from which a query is shown to editors and stored for longer.
SHOWN_FROM = 2
DAYS_ASKED_ONCE = 7
DAYS_STORED = 180
# Per language; beyond it the rarest and oldest queries are deleted.
MAX_OPEN = 5_000

_ADDRESS = re.compile(r"@|://|\bwww\.|[^\W\d_]\.[^\W\d_]{2,}")


def count(text: str, locale: str, client: str) -> None:
    """Count a query without results, once per client and day.

    Database errors are logged and do not affect the response.
    """
    query = canonical(text)
    if locale not in dict(settings.WAGTAIL_CONTENT_LANGUAGES) or not may_be_stored(query):
        return
    if not is_one_more(client, query, locale):
        return
    try:
        with transaction.atomic():
            _count(query, locale, timezone.localdate())
    except DatabaseError:
        logger.exception("A query without results could not be counted.")


def canonical(text: str) -> str:
    """Return the query with case, spaces and character variants normalised."""
    return " ".join(unicodedata.normalize("NFKC", normalised(text)).lower().split())


def may_be_stored(query: str) -> bool:
    return (
        query.isprintable()
        and "\N{REPLACEMENT CHARACTER}" not in query
        and len(query) <= MAX_ZERO_RESULT_LENGTH
        and bool(words(query, settings.LANGUAGE_CODE))
        and len(query.split()) <= MAX_WORDS
        and sum(letter.isdigit() for letter in query) < MANY_DIGITS
        and not _ADDRESS.search(query)
    )


def shown() -> "models.QuerySet[ZeroResultQuery]":
    """Return the queries that editors may see."""
    return ZeroResultQuery.objects.filter(count__gte=SHOWN_FROM)


def purge(today: date) -> None:
    """Delete queries after their retention period, with their audit log entries.

    This is a periodic task of the worker, independent of new queries.
    """
    asked_once = models.Q(count__lt=SHOWN_FROM, last_day__lt=today - timedelta(DAYS_ASKED_ONCE))
    old = models.Q(last_day__lt=today - timedelta(DAYS_STORED))
    _delete(list(ZeroResultQuery.objects.filter(asked_once | old).values_list("pk", flat=True)))


def _count(query: str, locale: str, today: date) -> None:
    """Increment the count in the database, so that concurrent queries are all counted."""
    if _add_one(query, locale, today):
        return
    row = ZeroResultQuery(locale=locale, text=query, first_day=today, last_day=today)
    # If another process created the row first, increment that one.
    ZeroResultQuery.objects.bulk_create([row], ignore_conflicts=True)
    _add_one(query, locale, today)
    _make_room(locale)


def _add_one(query: str, locale: str, today: date) -> int:
    """Increment the row, reopening handled ones. Returns the number of rows updated."""
    return ZeroResultQuery.objects.filter(locale=locale, text=query).update(
        count=models.F("count") + 1,
        last_day=today,
        state=models.Case(
            models.When(state=ZeroResultState.HANDLED, then=models.Value(ZeroResultState.OPEN)),
            default=models.F("state"),
        ),
    )


def _make_room(locale: str) -> None:
    open_ones = ZeroResultQuery.objects.filter(locale=locale, state=ZeroResultState.OPEN)
    if (excess := open_ones.count() - MAX_OPEN) > 0:
        rarest = open_ones.order_by("count", "last_day", "pk").values_list("pk", flat=True)
        _delete(list(rarest[:excess]))


def _delete(rows: list[int]) -> None:
    if rows:
        decision_log.forget(rows)
        ZeroResultQuery.objects.filter(pk__in=rows).delete()
