"""Events in iCalendar, after RFC 5545: times in UTC, lines of at most 75 octets."""

import datetime as dt
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from govlab.delivery.models import Document

from .schemas import Event, NewsDocument

MEDIA_TYPE = "text/calendar; charset=utf-8"
_PRODUCT = "-//Valsts kanceleja//GovLab//LV"
_LINE_OCTETS = 75
# The largest value of an INTEGER.
_MAX_INTEGER = 2**31 - 1
# How often subscribers should look again.
_REFRESH = "PT6H"


def calendar(
    documents: Iterable[NewsDocument], name: str = "", withdrawn: Iterable[Document] = ()
) -> bytes:
    """Return a calendar of the events among the documents. `name` is for subscribers, whose
    calendars cancel the `withdrawn` ones."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN"]
    if name:
        lines += [
            f"NAME:{_text(name)}",
            f"X-WR-CALNAME:{_text(name)}",
            f"REFRESH-INTERVAL;VALUE=DURATION:{_REFRESH}",
        ]
    for document in documents:
        if document.event:
            lines += _event(document, document.event)
    for row in withdrawn:
        lines += _cancelled(row)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(document: NewsDocument, event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    # Each language is an event of its own, so that a reader of both calendars sees both.
    yield from _identity(document)
    yield "STATUS:CONFIRMED"
    yield f"DTSTART:{_moment(event.start)}"
    # An end must be later than the start; without one, only the start is known.
    if event.end and _moment(event.end) > _moment(event.start):
        yield f"DTEND:{_moment(event.end)}"
    language = f";LANGUAGE={document.locale}"
    yield f"SUMMARY{language}:{_text(document.title)}"
    if document.summary:
        yield f"DESCRIPTION{language}:{_text(document.summary)}"
    if event.place:
        yield f"LOCATION{language}:{_text(event.place)}"
    yield f"URL:{_without_controls(document.url)}"
    yield "END:VEVENT"


def _cancelled(row: Document) -> Iterator[str]:
    """A tombstone has neither title nor place: what was withdrawn is not told any more."""
    if row.starts_at is None:
        return
    yield "BEGIN:VEVENT"
    yield from _identity(row)
    yield "STATUS:CANCELLED"
    yield f"DTSTART:{_moment(row.starts_at)}"
    language, title = f";LANGUAGE={row.locale}", _("The event was cancelled or withdrawn")
    yield f"SUMMARY{language}:{_text(title)}"
    if row.explanation:
        yield f"DESCRIPTION{language}:{_text(row.explanation)}"
    yield "END:VEVENT"


def _identity(entry: NewsDocument | Document) -> Iterator[str]:
    """What calendars recognise the event by, and which state of it is the latest."""
    yield f"UID:{entry.translation_key}-{entry.locale}"
    yield f"DTSTAMP:{_moment(entry.updated_at)}"
    yield f"LAST-MODIFIED:{_moment(entry.updated_at)}"
    yield f"SEQUENCE:{min(entry.sequence, _MAX_INTEGER)}"


def _moment(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    escaped = (
        _without_controls(line).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        for line in lines
    )
    return "\\n".join(escaped)


def _without_controls(text: str) -> str:
    """A TEXT may have no control characters but tabs."""
    return "".join(letter for letter in text if letter == "\t" or ord(letter) not in _CONTROLS)


_CONTROLS = frozenset((*range(32), 127))


def _folded(line: str) -> bytes:
    """Return the line with its end, folded between characters; continuations begin with a space."""
    parts, part, size = [], "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _LINE_OCTETS:
            parts.append(part)
            part, size = " ", 1
        part, size = part + letter, size + octets
    parts.append(part)
    return "".join(f"{part}\r\n" for part in parts).encode()
