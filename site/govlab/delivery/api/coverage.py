"""How complete and how fresh a language is: what is missing in it, and what is out of date.

Everything is read from the log, so it covers public pages only.
"""

import json
from collections import defaultdict
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, Count, Exists, OuterRef, Q, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from pydantic import Field

from ..documents.canonical import dumps
from ..documents.registry import TYPE
from ..models import Document
from ..schemas.base import Schema
from ..schemas.page import TranslationStatus
from .cursors import Cursor
from .listing import next_address
from .parameters import MAX_LIMIT, CursorText, LocaleCode, Parameters
from .responses import digest_of, json_response

# Cursors belong to the only order there is: by id.
_ORDER = "coverage"


class CoverageStatus(StrEnum):
    MISSING = "missing"
    OUTDATED = "outdated"


class CoverageParameters(Parameters):
    locale: LocaleCode = Field(description="The language, as a BCP 47 tag.")
    status: CoverageStatus | None = Field(
        None, description="Only missing, or only outdated documents. Defaults to both."
    )
    limit: int = Field(20, ge=1, le=MAX_LIMIT, description="The maximum number of items.")
    cursor: CursorText | None = Field(None, description="The `next` of the previous page.")


class CoverageCount(Schema):
    """The numbers of documents of one type."""

    type: str = Field(description="The type of the documents.")
    original: int = Field(description="The number of documents written in this language.")
    current: int = Field(description="The number of translations that are up to date.")
    outdated: int = Field(description="The number of translations that are out of date.")
    missing: int = Field(description="The number of documents in other languages only.")


class CoverageItem(Schema):
    """A document that is out of date, or one that does not exist in this language."""

    status: CoverageStatus = Field(
        description="`outdated`: the item is the translation. `missing`: the item is the original."
    )
    id: int = Field(description="The id of the document.")
    type: str = Field(description="The type of the document.")
    locale: str = Field(description="The language of the document, as a BCP 47 tag.")
    translation_key: UUID = Field(description="The key that all languages of one page share.")
    title: str = Field(description="The title, as plain text.")
    path: str = Field(description="The path on the site, with the language prefix.")
    url: str = Field(description="The absolute URL on the site.")
    published_at: datetime | None = Field(
        description="The time of first publication, in ISO 8601, UTC; null if unknown."
    )
    translated_at: datetime | None = Field(
        description="The time when an outdated translation first corresponded to the original as "
        "it then was, in ISO 8601, UTC; null if it is missing, or if unknown."
    )
    source_changed_at: datetime | None = Field(
        description="The time when the original of an outdated translation was last published, in "
        "ISO 8601, UTC; null if it is missing."
    )


class Coverage(Schema):
    """How complete and how fresh a language is."""

    locale: str = Field(description="The language, as a BCP 47 tag.", examples=["en"])
    counts: list[CoverageCount] = Field(
        description="The numbers of documents by type, ordered by type; filters do not apply."
    )
    items: list[CoverageItem] = Field(
        description="The missing and outdated documents, ordered by id."
    )
    next: str | None = Field(description="The `cursor` of the next page; null on the last page.")


_COLUMNS = (
    "coverage_status",
    "page_id",
    "type",
    "locale",
    "translation_key",
    "card_json",
    "published_at",
    "translated_at",
    "source_changed_at",
)


def coverage_response(request: HttpRequest, query: CoverageParameters) -> HttpResponse:
    rows, following = _items(query)
    coverage = Coverage(
        locale=query.locale,
        counts=_counts(query.locale),
        items=[_item(row) for row in rows],
        next=following,
    )
    body = dumps(coverage.model_dump(mode="json"))
    return json_response(
        request,
        etag=digest_of([body]),
        body=lambda: body,
        language=query.locale,
        keys=["documents"],
        links=[f'<{next_address(request, following)}>; rel="next"'] if following else [],
    )


def _items(query: CoverageParameters) -> tuple[list[dict[str, Any]], str | None]:
    wanted = _incomplete(query.locale)
    if query.status:
        wanted = wanted.filter(coverage_status=query.status)
    if kind := getattr(query, TYPE.name, None):
        wanted = wanted.filter(type=str(kind))
    if query.cursor:
        wanted = wanted.filter(page_id__gt=Cursor.decode(query.cursor, _ORDER).page_id)
    rows = list(wanted.order_by("page_id").values(*_COLUMNS)[: query.limit + 1])
    following = None
    if len(rows) > query.limit:
        rows = rows[: query.limit]
        following = Cursor(_ORDER, "", rows[-1]["page_id"]).encode()
    return rows, following


def _incomplete(locale: str) -> QuerySet[Any]:
    """Outdated documents of the language, and documents of other languages that it lacks."""
    return (
        Document.objects.filter(live=True)
        .filter(
            Q(locale=locale, translation_status=TranslationStatus.OUTDATED)
            | Q(pk__in=_missing(locale).values("pk"))
        )
        .annotate(
            coverage_status=Case(
                When(locale=locale, then=Value(str(CoverageStatus.OUTDATED))),
                default=Value(str(CoverageStatus.MISSING)),
                output_field=CharField(),
            )
        )
    )


def _missing(locale: str) -> QuerySet[Document]:
    """One document for each page that is not public in the language: the original, or if that is
    not public either, the one with the lowest id."""
    same = Document.objects.filter(translation_key=OuterRef("translation_key"), live=True)
    original = Q(translation_status=TranslationStatus.ORIGINAL)
    return (
        Document.objects.filter(live=True)
        .exclude(locale=locale)
        .filter(~Exists(same.filter(locale=locale)))
        .filter(
            original
            | ~Exists(same.filter(original)) & ~Exists(same.filter(page_id__lt=OuterRef("page_id")))
        )
    )


def _counts(locale: str) -> list[CoverageCount]:
    numbers: dict[str, dict[str, int]] = defaultdict(dict)
    present = Document.objects.filter(live=True, locale=locale).order_by()
    for kind, status, number in present.values_list("type", "translation_status").annotate(
        number=Count("pk")
    ):
        numbers[kind][status] = number
    for kind, number in (
        _missing(locale).order_by().values_list("type").annotate(number=Count("pk"))
    ):
        numbers[kind][CoverageStatus.MISSING] = number
    names = ("original", "current", "outdated", "missing")
    return [
        CoverageCount(type=kind, **{name: found.get(name, 0) for name in names})
        for kind, found in sorted(numbers.items())
    ]


def _item(row: dict[str, Any]) -> CoverageItem:
    card = json.loads(row["card_json"])
    is_outdated = row["coverage_status"] == CoverageStatus.OUTDATED
    return CoverageItem(
        status=row["coverage_status"],
        id=row["page_id"],
        type=row["type"],
        locale=row["locale"],
        translation_key=row["translation_key"],
        title=card["title"],
        path=card["path"],
        url=card["url"],
        published_at=row["published_at"],
        translated_at=row["translated_at"] if is_outdated else None,
        source_changed_at=row["source_changed_at"] if is_outdated else None,
    )
