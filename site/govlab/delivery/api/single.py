"""One document, by id or by path; and what stands in its place."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from wagtail.contrib.redirects.models import Redirect

from ..models import Document
from .answers import answer, digest_of, is_conditional, matches
from .contract import Redirected, RedirectTarget
from .problems import ProblemError, not_found

_LIGHT = ("page_id", "digest", "sequence", "live", "locale", "reason")


def document_answer(request: HttpRequest, page_id: int) -> HttpResponse:
    row = _row(request, Document.objects.filter(pk=page_id))
    if row is None:
        raise not_found(f"No page {page_id} was ever public.")
    return _answer(request, row)


def group_answer(request: HttpRequest, key: UUID) -> HttpResponse:
    """Every public language of one page, by id."""
    pages = Document.objects.filter(translation_key=key).order_by("page_id")
    if is_conditional(request):
        etag = _group_etag(pages.values(*_LIGHT))
        if matches(request, etag):
            return answer(request, etag=etag, body=str, keys=["documents"])
    rows = list(pages.values(*_LIGHT, "json"))
    if not rows:
        raise not_found(f"No page of the group {key} was ever public.")
    documents = [row["json"] for row in rows if row["live"]]
    if not documents:
        raise ProblemError(410, "Withdrawn", "No page of this group is public any more.")
    return answer(
        request,
        etag=_group_etag(rows),
        body=lambda: f'{{"translation_key":"{key}","documents":[{",".join(documents)}]}}',
        keys=["documents"],
    )


def _group_etag(rows: Iterable[dict[str, Any]]) -> str:
    return digest_of(_etag(row) for row in rows if row["live"])


def path_answer(request: HttpRequest, path: str) -> HttpResponse:
    """A live document, else a redirect, else a tombstone; whatever of them has the path."""
    path = f"/{path.strip('/')}/" if path.strip("/") else "/"
    row = _row(request, Document.objects.filter(path=path).order_by("-live", "-sequence"))
    if row and row["live"]:
        return _answer(request, row)
    if redirected := _redirect(path):
        text = redirected.model_dump_json()
        return answer(request, etag=digest_of([text]), body=lambda: text, keys=["documents"])
    if row is None:
        raise not_found(f"No page was ever public at {path}.")
    return _answer(request, row)


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
    return answer(
        request,
        etag=_etag(row),
        body=lambda: row["json"],
        language=row["locale"],
        keys=["documents", f"page-{row['page_id']}"],
    )


def _redirect(path: str) -> Redirected | None:
    redirect = (
        Redirect.objects.filter(old_path=Redirect.normalise_path(path))
        .filter(Q(site=None) | Q(site__is_default_site=True))
        .order_by(F("site").desc(nulls_last=True))
        .first()
    )
    if redirect is None:
        return None
    if redirect.redirect_page_id:
        found = Document.objects.filter(pk=redirect.redirect_page_id, live=True)
        target = found.values_list("path", "page_id").first()
        if target is None:
            return None
        return _redirected(target[0], target[1], redirect.is_permanent)
    return _redirected(redirect.redirect_link, None, redirect.is_permanent)


def _redirected(path: str, page_id: int | None, permanent: bool) -> Redirected:
    base = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    url = base + path if path.startswith("/") else path
    return Redirected(
        permanent=permanent,
        redirect_to=RedirectTarget(path=path, url=url, id=page_id),
    )
