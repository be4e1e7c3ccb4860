"""What a portal copies the site with: everything once, then the changes, and a check between."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from pydantic import Field

from ..log import feed
from ..models import Document, Head
from ..schema.base import Shape
from .answers import REVALIDATE, answer, digest_of, is_conditional, matches
from .problems import invalid

EXPORT_CHUNK = 200
VERIFY_LIMIT = 1000
# What the database can be asked for.
LARGEST_ID = 2**63 - 1


class ExportStart(Shape):
    """The first line of an export."""

    type: Literal["export"] = "export"
    sequence: int = Field(description="`since` of the first call of `/changes` after it.")
    locale: str | None = Field(description="Of all documents; null for all languages.")


class ExportEnd(Shape):
    """The last line of an export: without it the copy is not whole."""

    type: Literal["end"] = "end"
    count: int = Field(description="The documents between the first line and this one.")


def changes_answer(request: HttpRequest, since: int, limit: int) -> HttpResponse:
    head, _ = Head.current()
    if since > head:
        raise invalid(
            "since", f"The log ends at {head}. Copy /export again: this is another log than yours."
        )
    if is_conditional(request):
        rows = Document.objects.filter(sequence__gt=since).order_by("sequence")
        page = _Changes(since, head, list(rows.values_list("sequence", flat=True)[:limit]))
        if matches(request, f'"{page.etag}"'):
            return _changes_answer(request, page, [])
    entries = feed.after(since, limit)
    page = _Changes(since, head, [entry.sequence for entry in entries])
    return _changes_answer(request, page, entries)


@dataclass(frozen=True)
class _Changes:
    since: int
    known_head: int
    sequences: list[int]

    @property
    def following(self) -> int:
        return self.sequences[-1] if self.sequences else self.since

    @property
    def head(self) -> int:
        """Part of the answer; may have moved since it was read."""
        return max(self.known_head, self.following)

    @property
    def etag(self) -> str:
        return digest_of(str(part) for part in (self.since, self.head, *self.sequences))


def _changes_answer(
    request: HttpRequest, page: _Changes, entries: Sequence[feed.Entry]
) -> HttpResponse:
    items = ",".join(entry.json for entry in entries)
    return answer(
        request,
        etag=page.etag,
        body=lambda: f'{{"items":[{items}],"next":{page.following},"head":{page.head}}}',
        keys=["documents", "changes"],
        cache_control=REVALIDATE,
    )


def export_answer(locale: str | None) -> StreamingHttpResponse:
    """A document a line, between a line that says where to go on and one that it is whole."""
    head, _ = Head.current()
    response = StreamingHttpResponse(
        _export(head, locale), content_type="application/x-ndjson; charset=utf-8"
    )
    response["Govlab-Sequence"] = str(head)
    response["Cache-Control"] = "no-store"
    return response


def _export(head: int, locale: str | None) -> Iterator[bytes]:
    yield f"{ExportStart(sequence=head, locale=locale).model_dump_json()}\n".encode()
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


class Copy(Shape):
    """A document that the client holds."""

    id: int = Field(ge=0)
    digest: str = Field(max_length=64, description="As the client's copy carries it.")


class Verdict(Shape):
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
