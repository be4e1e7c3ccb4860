"""Keeps the embedded index at the end of the log."""

from collections.abc import Sequence

from django.db import connection, transaction

from govlab.delivery.documents.registry import parse
from govlab.delivery.log.feed import Entry

from ..models import SearchEntry, SearchKey, SearchWord
from ..texts import texts_of
from .rows import entry_row, key_rows, word_rows


def apply(entries: Sequence[Entry]) -> None:
    """Takes over a batch of the log. An entry no newer than what is there changes nothing."""
    pages = [entry.page_id for entry in entries]
    present = dict(SearchEntry.objects.filter(pk__in=pages).values_list("pk", "sequence"))
    for entry in entries:
        if present.get(entry.page_id, 0) >= entry.sequence:
            continue
        with transaction.atomic():
            if entry.live:
                _store(entry)
            else:
                _forget(entry.page_id)
    _tell_the_planner()


def _store(entry: Entry) -> None:
    document = entry.document
    page, locale, texts = entry.page_id, entry.locale, texts_of(parse(document))
    entry_row(
        page, locale, texts, sequence=entry.sequence, date=entry.date, kind=document["type"]
    ).save()
    SearchKey.objects.filter(page_id=page).delete()
    SearchKey.objects.bulk_create(key_rows(page, locale, texts))
    SearchWord.objects.bulk_create(word_rows(locale, texts), ignore_conflicts=True)


def _forget(page: int) -> None:
    SearchKey.objects.filter(page_id=page).delete()
    # Wagtail's index hears of objects only.
    for gone in SearchEntry.objects.filter(pk=page):
        gone.delete()


def _tell_the_planner() -> None:
    """SQLite, told nothing of the table, asks its full-text index once for every page."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE wagtailsearch_indexentry")
