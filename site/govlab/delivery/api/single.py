"""One document, by id or by path; and what stands in its place."""

from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from wagtail.contrib.redirects.models import Redirect

from ..models import Document
from .answers import answer, digest_of
from .contract import Redirected, RedirectTarget
from .problems import ProblemError, not_found

_LIGHT = ("page_id", "digest", "sequence", "live", "locale", "reason", "path", "json")


def document_answer(request: HttpRequest, page_id: int) -> HttpResponse:
    row = Document.objects.filter(pk=page_id).values(*_LIGHT).first()
    if row is None:
        raise not_found(f"No page {page_id} was ever public.")
    return _answer(request, row)


def path_answer(request: HttpRequest, path: str) -> HttpResponse:
    """A live document, else a redirect, else a tombstone; whatever of them has the path."""
    path = f"/{path.strip('/')}/" if path.strip("/") else "/"
    row = Document.objects.filter(path=path).order_by("-live", "-sequence").values(*_LIGHT).first()
    if row and row["live"]:
        return _answer(request, row)
    if redirected := _redirect(path):
        text = redirected.model_dump_json()
        return answer(request, etag=digest_of([text]), body=lambda: text, keys=["documents"])
    if row is None:
        raise not_found(f"No page was ever public at {path}.")
    return _answer(request, row)


def _answer(request: HttpRequest, row: dict[str, Any]) -> HttpResponse:
    if not row["live"]:
        raise ProblemError(
            410, "Withdrawn", f"Page {row['page_id']} is not public any more: {row['reason']}."
        )
    return answer(
        request,
        etag=row["digest"],
        body=lambda: row["json"],
        language=row["locale"],
        keys=["documents", f"page-{row['page_id']}"],
    )


def _redirect(path: str) -> Redirected | None:
    redirect = (
        Redirect.objects.filter(old_path=Redirect.normalise_path(path))
        .filter(Q(site=None) | Q(site__is_default_site=True))
        .order_by("-site")
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
