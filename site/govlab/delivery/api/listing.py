"""One page of a list of documents, from at most two queries: digests first, bodies if needed."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable
from django.http import HttpRequest, HttpResponse

from ..models import Document, DocumentFacet
from .answers import answer, digest_of
from .cursors import Cursor, unusable
from .parameters import ListParameters, Order, View
from .problems import invalid

COLUMNS = {
    Order.NEWEST: "sort_date",
    Order.OLDEST: "sort_date",
    Order.TITLE: "sort_title",
    Order.TITLE_DESCENDING: "sort_title",
}


def list_answer(request: HttpRequest, query: ListParameters, collection: str) -> HttpResponse:
    column = COLUMNS[query.order]
    rows = list(
        _page(_filtered(query, collection), query, column).values_list(
            "page_id", "digest", "sequence", "locale", column
        )[: query.limit + 1]
    )
    more = len(rows) > query.limit
    rows = rows[: query.limit]
    following = ""
    if more:
        last = rows[-1]
        following = Cursor(query.order, _text(last[4]), last[0]).encode()
    requested = query.locale if query.fallback else None
    parts = [f"{digest}-{sequence}" for _, digest, sequence, _, _ in rows]
    return answer(
        request,
        etag=digest_of([*parts, following, str(query.view), str(requested)]),
        body=lambda: _body([row[0] for row in rows], query.view, requested, following),
        language=query.locale or "",
        keys=["documents", collection or "pages"],
        links=[f'<{_next_address(request, following)}>; rel="next"'] if more else [],
    )


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
        # A stretch of what the list goes by, and so of its index, however old the year.
        documents = documents.filter(sort_date__year=query.year)
    for name, value in _facets(query):
        wanted = DocumentFacet.objects.filter(document=OuterRef("pk"), name=name, value=value)
        documents = documents.filter(Exists(wanted))
    return documents


def _facets(query: ListParameters) -> list[tuple[str, str]]:
    """Facet filters that were given: what the list's own parameters add to the shared ones."""
    own = type(query).model_fields.keys() - ListParameters.model_fields.keys()
    values = {name: getattr(query, name) for name in sorted(own)}
    return [(name, str(value)) for name, value in values.items() if value is not None]


def _with_fallback(query: ListParameters) -> Combinable | Q:
    if not query.locale:
        raise invalid("fallback", "Needs `locale` beside it: what it stands in for.")
    translated = Document.objects.filter(
        translation_key=OuterRef("translation_key"), locale=query.locale, live=True
    )
    return Q(locale=query.locale) | (Q(locale=query.fallback) & ~Exists(translated))


def _page(documents: QuerySet[Document], query: ListParameters, column: str) -> QuerySet[Document]:
    """From where the cursor left it. Ids break ties, in the same direction."""
    descending = query.order.startswith("-")
    if query.cursor:
        cursor = Cursor.decode(query.cursor, query.order)
        value = _value(cursor.value, column)
        side = "lt" if descending else "gt"
        # The last condition is implied by the others: with it the index is entered at the cursor.
        documents = documents.filter(
            Q(**{f"{column}__{side}": value})
            | Q(**{column: value, f"page_id__{side}": cursor.page_id}),
            **{f"{column}__{side}e": value},
        )
    sign = "-" if descending else ""
    return documents.order_by(f"{sign}{column}", f"{sign}page_id")


def _body(ids: Sequence[int], view: View, requested: str | None, following: str) -> str:
    """Stored bytes put together; nothing is parsed."""
    column = "json" if view is View.FULL else "summary_json"
    stored = dict(Document.objects.filter(pk__in=ids).values_list("pk", column))
    prefix = f'{{"requested_locale":"{requested}",' if requested else "{"
    items = ",".join(prefix + stored[pk][1:] for pk in ids if stored.get(pk))
    end = f'"{following}"' if following else "null"
    return f'{{"items":[{items}],"next":{end}}}'


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _value(text: str, column: str) -> datetime | str:
    if column != "sort_date":
        return text
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            raise unusable()
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        raise unusable() from None


def _aware(name: str, moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise invalid(name, "Add the time zone, such as 2026-03-01T00:00:00Z.")
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise invalid(name, "Is beyond the years that there are.") from None


def _next_address(request: HttpRequest, following: str) -> str:
    query = {name: value for name, value in request.GET.items() if name != "cursor"}
    return f"{request.path}?{urlencode(query | {'cursor': following})}"
