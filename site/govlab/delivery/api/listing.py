"""One page of a list of documents, from one query, so that the ETag matches the body.

A conditional request first reads the columns of the ETag only.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable
from django.http import HttpRequest, HttpResponse

from ..models import Document, DocumentFacet
from .cursors import Cursor, invalid_cursor
from .parameters import ListParameters, Order, View
from .problems import invalid
from .responses import digest_of, is_conditional, json_response, matches

COLUMNS = {
    Order.NEWEST: "sort_date",
    Order.OLDEST: "sort_date",
    Order.TITLE: "sort_title",
    Order.TITLE_DESCENDING: "sort_title",
}
_BODIES = {View.FULL: "json", View.SUMMARY: "summary_json"}


_LIGHT = ("page_id", "digest", "sequence")


@dataclass(frozen=True)
class _ListPage:
    query: ListParameters
    rows: Sequence[dict[str, Any]]
    # The cursor of the page after this one; empty on the last.
    following: str

    @property
    def requested(self) -> str | None:
        return self.query.locale if self.query.fallback else None

    @property
    def etag(self) -> str:
        parts = [f"{row['digest']}-{row['sequence']}" for row in self.rows]
        return digest_of([*parts, self.following, str(self.query.view), str(self.requested)])

    def body(self) -> str:
        """Return the JSON, concatenated from stored documents without parsing them."""
        end = f'"{self.following}"' if self.following else "null"
        return f'{{"items":[{",".join(self._items())}],"next":{end}}}'

    def _items(self) -> Iterator[str]:
        prefix = f'{{"requested_locale":"{self.requested}",' if self.requested else "{"
        for row in self.rows:
            yield prefix + row[_BODIES[self.query.view]][1:]


def list_response(request: HttpRequest, query: ListParameters, collection: str) -> HttpResponse:
    documents = _filtered(query, collection)
    page = _read(documents, query, *_LIGHT) if is_conditional(request) else None
    if page is None or not matches(request, page.etag):
        page = _read(documents, query, *_LIGHT, _BODIES[query.view])
    following = page.following
    return json_response(
        request,
        etag=page.etag,
        body=page.body,
        language=query.locale or "",
        keys=["documents", collection or "pages"],
        links=[f'<{next_address(request, following)}>; rel="next"'] if following else [],
    )


def _read(documents: QuerySet[Document], query: ListParameters, *columns: str) -> _ListPage:
    ordered_by = COLUMNS[query.order]
    found = _page(documents, query, ordered_by).values(*columns, ordered_by)
    rows = list(found[: query.limit + 1])
    following = ""
    if len(rows) > query.limit:
        last = rows[query.limit - 1]
        following = Cursor(query.order, _text(last[ordered_by]), last["page_id"]).encode()
    return _ListPage(query, rows[: query.limit], following)


def _filtered(query: ListParameters, collection: str) -> QuerySet[Document]:
    documents = Document.objects.filter(live=True)
    if collection:
        documents = documents.filter(collection=collection)
    if query.fallback:
        documents = documents.filter(_with_fallback(query))
    elif query.locale:
        documents = documents.filter(locale=query.locale)
    if query.published_after:
        documents = documents.filter(
            published_at__gt=_aware("published_after", query.published_after)
        )
    if query.published_before:
        documents = documents.filter(
            published_at__lt=_aware("published_before", query.published_before)
        )
    if query.under:
        path = f"/{query.under.strip('/')}/"
        documents = documents.filter(path__startswith=path).exclude(path=path)
    if query.year:
        # A range on the column of the ordering, so that the index serves any year.
        documents = documents.filter(sort_date__year=query.year)
    for name, value in _facets(query):
        matching = DocumentFacet.objects.filter(document=OuterRef("pk"), name=name, value=value)
        documents = documents.filter(Exists(matching))
    return documents


def _facets(query: ListParameters) -> list[tuple[str, str]]:
    """Return the facet filters of the request: the parameters that the list adds to the shared
    ones."""
    own = type(query).model_fields.keys() - ListParameters.model_fields.keys()
    values = {name: getattr(query, name) for name in sorted(own)}
    return [(name, str(value)) for name, value in values.items() if value is not None]


def _with_fallback(query: ListParameters) -> Combinable | Q:
    if not query.locale:
        raise invalid("fallback", "Requires `locale`.")
    translated = Document.objects.filter(
        translation_key=OuterRef("translation_key"), locale=query.locale, live=True
    )
    return Q(locale=query.locale) | (Q(locale=query.fallback) & ~Exists(translated))


def _page(documents: QuerySet[Document], query: ListParameters, column: str) -> QuerySet[Document]:
    """Return the documents after the cursor. Ids break ties, in the same direction."""
    descending = query.order.startswith("-")
    if query.cursor:
        cursor = Cursor.decode(query.cursor, query.order)
        value = _value(cursor.value, column)
        side = "lt" if descending else "gt"
        # The last condition is implied by the others, and lets the index start at the cursor.
        documents = documents.filter(
            Q(**{f"{column}__{side}": value})
            | Q(**{column: value, f"page_id__{side}": cursor.page_id}),
            **{f"{column}__{side}e": value},
        )
    sign = "-" if descending else ""
    return documents.order_by(f"{sign}{column}", f"{sign}page_id")


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _value(text: str, column: str) -> datetime | str:
    if column != "sort_date":
        return text
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            raise invalid_cursor()
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        raise invalid_cursor() from None


def _aware(name: str, moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise invalid(name, "Must have a time zone, for example 2026-03-01T00:00:00Z.")
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise invalid(name, "Must be between the years 1 and 9999.") from None


def next_address(request: HttpRequest, following: str) -> str:
    query = {name: value for name, value in request.GET.items() if name != "cursor"}
    return f"{request.path}?{urlencode(query | {'cursor': following})}"
