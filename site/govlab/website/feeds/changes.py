"""The feed of one page: what editors say changed, else the latest change of its document."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Protocol, runtime_checkable

from django.utils.translation import gettext

from govlab.delivery.schemas.page import PageDocument

from .feed import Entry, Feed, identifier, plain


class Note(Protocol):
    """What editors say about one publication."""

    @property
    def at(self) -> datetime: ...

    @property
    def text(self) -> str: ...


@runtime_checkable
class Noted(Protocol):
    """A document whose type has notes, the latest first."""

    @property
    def changes(self) -> Sequence[Note]: ...


def changes(document: PageDocument) -> Feed:
    laboratory = gettext("Innovation Laboratory")
    title = gettext("Changes of the page “%(title)s”") % {"title": document.title}
    return Feed(
        id=identifier(document, "changes"),
        title=plain(f"{title} · {laboratory}"),
        subtitle=plain(document.summary),
        page_url=document.url,
        language=document.locale,
        created=document.updated_at,
        author=laboratory,
        entries=list(_entries(document)),
    )


def _entries(document: PageDocument) -> Iterator[Entry]:
    """Yield the latest change first. Readers of feeds keep the earlier ones that they have seen."""
    published = document.published_at
    notes = document.changes if isinstance(document, Noted) else ()
    for note in notes:
        yield _entry(document, note.at, note.text)
    if not notes and (not published or document.updated_at > published):
        yield _entry(document, document.updated_at, gettext("The page was changed."))
    if published:
        yield _entry(document, published, gettext("The page was published."))


def _entry(document: PageDocument, at: datetime, text: str) -> Entry:
    return Entry(
        id=identifier(document, "change", at.isoformat()),
        url=document.url,
        title=plain(document.title),
        text=plain(text),
        published=at,
        updated=at,
        language=document.locale,
    )
