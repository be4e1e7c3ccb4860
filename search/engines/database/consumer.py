"""The consumer that updates the embedded index from the log."""

from collections.abc import Collection, Sequence

from django.db import connection, transaction
from django.db.models import Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.search.backends import get_search_backends

from govlab.delivery.documents.registry import parse
from govlab.delivery.log.feed import Entry
from govlab.delivery.models import ConsumerCursor, Head
from search.engines.base import SETTLED
from search.files.page_files import files_of, prepare, texts_of_files
from search.models import SearchEntry
from search.text.document_texts import texts_of

from . import keys
from .rows import entry_row
from .vocabulary import learn, words_of

# The name of its cursor, as in /readyz.
CONSUMER = "search-database"


def apply(entries: Sequence[Entry]) -> None:
    """Apply a batch of the log. Entries that are not newer than the indexed ones are ignored."""
    pages = [entry.page_id for entry in entries]
    present = dict(SearchEntry.objects.filter(pk__in=pages).values_list("pk", "sequence"))
    new = [entry for entry in entries if present.get(entry.page_id, 0) < entry.sequence]
    prepare(new)
    with transaction.atomic():
        _forget([entry.page_id for entry in new if not entry.live])
        _store([entry for entry in new if entry.live])
    _tell_the_planner()


def _store(entries: Sequence[Entry]) -> None:
    """Write in few statements, because Wagtail's backend scans its whole index on each call."""
    rows: list[SearchEntry] = []
    found: dict[int, tuple[str, set[str]]] = {}
    words: dict[str, set[str]] = {}
    for entry in entries:
        document = entry.document
        page, locale, parsed = entry.page_id, entry.locale, parse(document)
        texts = texts_of(parsed, texts_of_files(list(files_of(parsed))))
        rows.append(
            entry_row(
                page,
                locale,
                texts,
                sequence=entry.sequence,
                date=entry.date,
                kind=document["type"],
            )
        )
        found[page] = keys.keys_of(locale, texts)
        words.setdefault(locale, set()).update(words_of(locale, texts))
    columns = [field.name for field in SearchEntry._meta.fields if not field.primary_key]
    SearchEntry.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["page_id"], update_fields=columns
    )
    keys.store(found)
    for locale, new in words.items():
        learn(locale, new)
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(SearchEntry, rows)


def _forget(pages: Collection[int]) -> None:
    keys.forget(pages)
    # Wagtail removes index entries of instances only, not of querysets.
    for gone in SearchEntry.objects.filter(pk__in=pages):
        gone.delete()


def is_settled() -> bool:
    """Whether the index is at the end of the log, and did not change lately."""
    head = Head.objects.filter(pk=Head.SINGLETON).values("sequence")
    return ConsumerCursor.objects.filter(
        name=CONSUMER,
        error="",
        moved_at__lte=timezone.now() - SETTLED,
        sequence=Coalesce(Subquery(head), 0),
    ).exists()


def _tell_the_planner() -> None:
    """Without statistics, SQLite queries its full-text index once per page."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE wagtailsearch_indexentry")
