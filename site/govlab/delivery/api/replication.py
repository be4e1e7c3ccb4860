"""What a portal copies the site with: everything once, then the changes, and a check between."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from pydantic import Field

from ..log import feed
from ..log.cursors import LogCursor, NoCursorError, OtherLogError, read_cursor
from ..models import Document, Head
from ..models.head import LogState
from ..schemas.base import Schema
from .problems import ProblemError, invalid
from .responses import REVALIDATE, digest_of, is_conditional, json_response, log_state, matches

EXPORT_CHUNK = 200
VERIFY_LIMIT = 1000
# What the database can be asked for.
LARGEST_ID = 2**63 - 1


class ExportStart(Schema):
    """The first line of an export."""

    type: Literal["export"] = "export"
    epoch: str = Field(description="Names the log; another one follows a restore.")
    sequence: int = Field(description="Of the latest change that the export is sure to contain.")
    next: str = Field(description="The `since` of the first call of `/changes` after the export.")
    locale: str | None = Field(description="Of all documents; null for all languages.")


class ExportEnd(Schema):
    """The last line of an export: without it the copy is not whole."""

    type: Literal["end"] = "end"
    count: int = Field(description="The documents between the first line and this one.")


def changes_response(request: HttpRequest, since: str, limit: int) -> HttpResponse:
    state = log_state(request)
    start = _start(since, state)
    if is_conditional(request):
        rows = Document.objects.filter(sequence__gt=start.sequence).order_by("sequence")
        page = _Changes(start, state, list(rows.values_list("sequence", flat=True)[:limit]))
        if matches(request, page.etag):
            return _changes_answer(request, page, [])
    entries = feed.after(start.sequence, limit)
    page = _Changes(start, state, [entry.sequence for entry in entries])
    return _changes_answer(request, page, entries)


def _start(since: str, state: LogState) -> LogCursor:
    try:
        return read_cursor(since, state)
    except NoCursorError:
        raise invalid(
            "since", "Must be a `next` of /changes or /export, or 0 for the beginning."
        ) from None
    except OtherLogError:
        raise ProblemError(
            409,
            "Another log",
            "`since` is not of this log: it may have been restored from a backup. Copy /export "
            "again and go on from the `next` in its first line.",
        ) from None


@dataclass(frozen=True)
class _Changes:
    since: LogCursor
    state: LogState
    sequences: list[int]

    @property
    def following(self) -> LogCursor:
        sequence = self.sequences[-1] if self.sequences else self.since.sequence
        return LogCursor(self.state.epoch, sequence)

    @property
    def head(self) -> LogCursor:
        """Part of the response; may have moved since it was read."""
        sequence = max(self.state.sequence, self.following.sequence)
        return LogCursor(self.state.epoch, sequence)

    @property
    def etag(self) -> str:
        return digest_of(str(part) for part in (self.since, self.head, *self.sequences))


def _changes_answer(
    request: HttpRequest, page: _Changes, entries: Sequence[feed.Entry]
) -> HttpResponse:
    items = ",".join(entry.json for entry in entries)
    return json_response(
        request,
        etag=page.etag,
        body=lambda: f'{{"items":[{items}],"next":"{page.following}","head":"{page.head}"}}',
        keys=["documents", "changes"],
        cache_control=REVALIDATE,
    )


def export_response(locale: str | None) -> StreamingHttpResponse:
    """A document a line, between a line that says where to go on and one that it is whole."""
    state = Head.current()
    cursor = LogCursor(state.epoch, state.sequence)
    response = StreamingHttpResponse(
        _export(cursor, locale), content_type="application/x-ndjson; charset=utf-8"
    )
    response["Govlab-Cursor"] = str(cursor)
    response["Cache-Control"] = "no-store"
    return response


def _export(cursor: LogCursor, locale: str | None) -> Iterator[bytes]:
    start = ExportStart(
        epoch=cursor.epoch, sequence=cursor.sequence, next=str(cursor), locale=locale
    )
    yield f"{start.model_dump_json()}\n".encode()
    last, count = 0, 0
    while chunk := list(_live(locale).filter(pk__gt=last).values_list("pk", "json")[:EXPORT_CHUNK]):
        yield "".join(f"{text}\n" for _, text in chunk).encode()
        last, count = chunk[-1][0], count + len(chunk)
    yield f"{ExportEnd(count=count).model_dump_json()}\n".encode()


def _live(locale: str | None) -> QuerySet[Document]:
    documents = Document.objects.filter(live=True).order_by("pk")
    return documents.filter(locale=locale) if locale else documents


class CopyStatus(StrEnum):
    """`stale`: there is a newer one; `withdrawn`: delete it; `unknown`: never was public."""

    CURRENT = "current"
    STALE = "stale"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"


class Copy(Schema):
    """A document that the client holds."""

    id: int = Field(ge=0)
    digest: str = Field(max_length=64, description="As the client's copy carries it.")


class Verdict(Schema):
    id: int
    status: CopyStatus
    sequence: int | None = Field(description="Of its latest change; null for an unknown page.")


def verdicts(copies: Sequence[Copy]) -> list[Verdict]:
    rows = {
        pk: (digest, live, sequence)
        for pk, digest, live, sequence in Document.objects.filter(
            pk__in=[copy.id for copy in copies if copy.id <= LARGEST_ID]
        ).values_list("pk", "digest", "live", "sequence")
    }
    return [_verdict(copy, rows.get(copy.id)) for copy in copies]


def _verdict(copy: Copy, row: tuple[str, bool, int] | None) -> Verdict:
    if row is None:
        return Verdict(id=copy.id, status=CopyStatus.UNKNOWN, sequence=None)
    digest, live, sequence = row
    if not live:
        status = CopyStatus.WITHDRAWN
    else:
        status = CopyStatus.CURRENT if digest == copy.digest else CopyStatus.STALE
    return Verdict(id=copy.id, status=status, sequence=sequence)
