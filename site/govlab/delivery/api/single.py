"""One document, by id or by path; and what stands in its place."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from wagtail.models import Site

from ..documents.canonical import dumps
from ..models import Document
from ..redirects import find_redirect, is_answered_by_a_page
from ..site_address import absolute
from .contract import Redirected, RedirectTarget
from .problems import ProblemError, not_found
from .responses import digest_of, is_conditional, json_response, matches

_LIGHT = ("page_id", "digest", "sequence", "live", "locale", "reason")


def document_response(request: HttpRequest, page_id: int) -> HttpResponse:
    row = _row(request, Document.objects.filter(pk=page_id))
    if row is None:
        raise not_found(f"No page {page_id} was ever public.")
    return _answer(request, row)


def group_response(request: HttpRequest, key: UUID) -> HttpResponse:
    """Every public language of one page, by id."""
    pages = Document.objects.filter(translation_key=key).order_by("page_id")
    if is_conditional(request):
        etag = _group_etag(pages.values(*_LIGHT))
        if matches(request, etag):
            return json_response(request, etag=etag, body=str, keys=["documents"])
    rows = list(pages.values(*_LIGHT, "json"))
    if not rows:
        raise not_found(f"No page of the group {key} was ever public.")
    documents = [row["json"] for row in rows if row["live"]]
    if not documents:
        raise ProblemError(410, "Withdrawn", "No page of this group is public any more.")
    return json_response(
        request,
        etag=_group_etag(rows),
        body=lambda: f'{{"translation_key":"{key}","documents":[{",".join(documents)}]}}',
        keys=["documents"],
    )


def _group_etag(rows: Iterable[dict[str, Any]]) -> str:
    return digest_of(_etag(row) for row in rows if row["live"])


def path_response(request: HttpRequest, address: str) -> HttpResponse:
    """A live document, else a redirect, else a tombstone; whatever of them has the path."""
    path = _page_path(address)
    row = _row(request, Document.at_path(path).order_by("-live", "-sequence"))
    if row and row["live"]:
        return _answer(request, row)
    if redirected := _redirect(address, path):
        text = dumps(redirected.model_dump(mode="json"))
        return json_response(request, etag=digest_of([text]), body=lambda: text, keys=["documents"])
    if row is None:
        raise not_found(f"No page was ever public at {path}.")
    return _answer(request, row)


def _page_path(address: str) -> str:
    """As documents have it: without query and fragment, with a slash at either end."""
    path = address.partition("#")[0].partition("?")[0]
    path = path if path.startswith("/") else f"/{path}"
    return path if path.endswith("/") else f"{path}/"


def _row(request: HttpRequest, documents: QuerySet[Document]) -> dict[str, Any] | None:
    """Without its bytes where the reader has them already."""
    if is_conditional(request):
        row = documents.values(*_LIGHT).first()
        if row is None or not row["live"] or matches(request, _etag(row)):
            return row
    return documents.values(*_LIGHT, "json").first()


def _etag(row: dict[str, Any]) -> str:
    """The sequence is among the bytes: a page withdrawn and published again has a new one."""
    return f"{row['digest']}-{row['sequence']}"


def _answer(request: HttpRequest, row: dict[str, Any]) -> HttpResponse:
    if not row["live"]:
        raise ProblemError(
            410, "Withdrawn", f"Page {row['page_id']} is not public any more: {row['reason']}."
        )
    return json_response(
        request,
        etag=_etag(row),
        body=lambda: row["json"],
        language=row["locale"],
        keys=["documents", f"page-{row['page_id']}"],
    )


def _redirect(address: str, path: str) -> Redirected | None:
    """The site leads on only where it would otherwise say that there is nothing."""
    address = address if address.startswith("/") else f"/{address}"
    site = Site.objects.filter(is_default_site=True).first()
    target = find_redirect(address.partition("#")[0], site)
    if target is None or is_answered_by_a_page(path):
        return None
    here = absolute(target.address) if target.address.startswith("/") else target.address
    return Redirected(
        permanent=target.permanent,
        redirect_to=RedirectTarget(
            path=target.address, url=target.page_url or here, id=target.page_id
        ),
    )
