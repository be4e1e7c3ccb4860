"""Keeps the embedded index at the end of the log."""

from collections.abc import Sequence
from datetime import datetime

from govlab.delivery.log.feed import Entry

from ..lemmas import index_text
from ..models import SearchEntry
from ..texts import texts_of


def apply(entries: Sequence[Entry]) -> None:
    """Takes over a batch of the log. An entry no newer than what is there changes nothing."""
    present = dict(
        SearchEntry.objects.filter(page_id__in=[entry.page_id for entry in entries]).values_list(
            "page_id", "sequence"
        )
    )
    for entry in entries:
        if present.get(entry.page_id, 0) >= entry.sequence:
            continue
        if entry.live:
            _store(entry)
        else:
            for gone in SearchEntry.objects.filter(page_id=entry.page_id):
                gone.delete()


def _store(entry: Entry) -> None:
    document = entry.document
    texts = texts_of(document)
    SearchEntry(
        page_id=entry.page_id,
        locale=entry.locale,
        sequence=entry.sequence,
        date=datetime.fromisoformat(document["published_at"] or document["updated_at"]),
        title=index_text(f"{texts.title} {texts.terms}", entry.locale),
        body=index_text(f"{texts.summary} {texts.body}", entry.locale),
        text="\n".join((texts.title, texts.readable)),
    ).save()
