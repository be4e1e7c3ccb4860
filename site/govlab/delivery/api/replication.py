"""Replication for portals: export everything once, follow the changes, verify copies."""

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
# The maximum of a BIGINT column.
LARGEST_ID = 2**63 - 1


class ExportStart(Schema):
    """The first line of an export."""

    type: Literal["export"] = "export"
    epoch: str = Field(description="The id of the log, which changes after a restore.")
    sequence: int = Field(
        description="The sequence number of the latest change that the export surely contains."
    )
    next: str = Field(
        description="The `since` of the first request to `/changes` after the export."
    )
    locale: str | None = Field(
        description="The language of the documents, as a BCP 47 tag; null for all languages."
    )


class ExportEnd(Schema):
    """The last line of an export; without it the export is incomplete."""

    type: Literal["end"] = "end"
    count: int = Field(description="The number of documents in the export.")


def changes_response(request: HttpRequest, since: str, limit: int) -> HttpResponse:
    state = log_state(request)
    start = _start(since, state)
    if is_conditional(request):
        rows = Document.objects.filter(sequence__gt=start.sequence).order_by("sequence")
        page = _Changes(start, state, list(rows.values_list("sequence", flat=True)[:limit]))
        if matches(request, page.etag):
            return _changes_response(request, page, [])
    entries = feed.after(start.sequence, limit)
    page = _Changes(start, state, [entry.sequence for entry in entries])
    return _changes_response(request, page, entries)


def _start(since: str, state: LogState) -> LogCursor:
    try:
        return read_cursor(since, state)
    except NoCursorError:
        raise invalid(
            "since", "Must be the `next` of /changes or /export, or 0 for the beginning."
        ) from None
    except OtherLogError:
        raise ProblemError(
            409,
            "Another log",
            "`since` belongs to another log; the site may have been restored from a backup. Copy "
            "/export again and continue with the `next` in its first line.",
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
        """Never behind `following`: the log may have advanced since the state was read."""
        sequence = max(self.state.sequence, self.following.sequence)
        return LogCursor(self.state.epoch, sequence)

    @property
    def etag(self) -> str:
        return digest_of(str(part) for part in (self.since, self.head, *self.sequences))


def _changes_response(
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
    """Stream NDJSON: an `ExportStart`, one document per line, an `ExportEnd`."""
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
    """The state of a copy: `current`; `stale` if a newer document exists; `withdrawn` if the page
    is not public any more, so the copy must be deleted; `unknown` if it was never public."""

    CURRENT = "current"
    STALE = "stale"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"


class Copy(Schema):
    """A client's copy of a document."""

    id: int = Field(ge=0, description="The id of the document.")
    digest: str = Field(max_length=64, description="The `digest` in the client's copy.")


class Verdict(Schema):
    """The state of a client's copy."""

    id: int = Field(description="The id of the document.")
    status: CopyStatus = Field(description="The state of the copy.")
    sequence: int | None = Field(
        description="The sequence number of the document's latest change; null if unknown."
    )


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
