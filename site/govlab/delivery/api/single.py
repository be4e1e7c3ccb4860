"""One document, by id or path, or the redirect or problem in its place."""

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
_TOMBSTONE = ("cause", "explanation", "leads_to")


def document_response(request: HttpRequest, page_id: int) -> HttpResponse:
    row = _row(request, Document.objects.filter(pk=page_id))
    if row is None:
        raise not_found(f"No page has ever been public under the id {page_id}.")
    return _response(request, row)


def group_response(request: HttpRequest, key: UUID) -> HttpResponse:
    """Return all public languages of one page, ordered by id."""
    pages = Document.objects.filter(translation_key=key).order_by("page_id")
    if is_conditional(request):
        etag = _group_etag(pages.values(*_LIGHT))
        if matches(request, etag):
            return json_response(request, etag=etag, body=str, keys=["documents"])
    rows = list(pages.values(*_LIGHT, "json"))
    if not rows:
        raise not_found(f"No page of the group {key} has ever been public.")
    documents = [row["json"] for row in rows if row["live"]]
    if not documents:
        raise ProblemError(410, "Withdrawn", "The pages of this group are not public any more.")
    return json_response(
        request,
        etag=_group_etag(rows),
        body=lambda: f'{{"translation_key":"{key}","documents":[{",".join(documents)}]}}',
        keys=["documents"],
    )


def _group_etag(rows: Iterable[dict[str, Any]]) -> str:
    return digest_of(_etag(row) for row in rows if row["live"])


def path_response(request: HttpRequest, address: str) -> HttpResponse:
    """Return the live document at the path, else a redirect, else a 410 problem."""
    path = _page_path(address)
    row = _row(request, Document.at_path(path).order_by("-live", "-sequence"))
    if row and row["live"]:
        return _response(request, row)
    if redirected := _redirect(address, path):
        text = dumps(redirected.model_dump(mode="json"))
        return json_response(request, etag=digest_of([text]), body=lambda: text, keys=["documents"])
    if row is None:
        raise not_found(f"No page has ever been public at {path}.")
    return _response(request, row)


def _page_path(address: str) -> str:
    """Return the path in the form of `Document.path`: no query or fragment, slashes at both
    ends."""
    path = address.partition("#")[0].partition("?")[0]
    path = path if path.startswith("/") else f"/{path}"
    return path if path.endswith("/") else f"{path}/"


def _row(request: HttpRequest, documents: QuerySet[Document]) -> dict[str, Any] | None:
    """Read the row, without its JSON if the client's copy is current."""
    if is_conditional(request):
        row = documents.values(*_LIGHT, *_TOMBSTONE).first()
        if row is None or not row["live"] or matches(request, _etag(row)):
            return row
    return documents.values(*_LIGHT, *_TOMBSTONE, "json").first()


def _etag(row: dict[str, Any]) -> str:
    """The digest does not cover the sequence, which changes when a page is published again."""
    return f"{row['digest']}-{row['sequence']}"


def _response(request: HttpRequest, row: dict[str, Any]) -> HttpResponse:
    if not row["live"]:
        raise ProblemError(410, "Withdrawn", _withdrawal(row))
    return json_response(
        request,
        etag=_etag(row),
        body=lambda: row["json"],
        language=row["locale"],
        keys=["documents", f"page-{row['page_id']}"],
    )


def _withdrawal(row: dict[str, Any]) -> str:
    parts = [f"Page {row['page_id']} is not public any more: {row['reason']}."]
    if row["cause"]:
        parts.append(f"Cause: {row['cause']}.")
    if row["explanation"]:
        parts.append(row["explanation"])
    if row["leads_to"]:
        parts.append(f"Page {row['leads_to']} replaces it.")
    return " ".join(parts)


def _redirect(address: str, path: str) -> Redirected | None:
    """Like the site, redirect only if the path would otherwise be 404."""
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
