"""Serves public pages without the site's middleware: no session, no cookies.

What the log does not have at a path is up to Wagtail: private pages, redirects and 404. A response
therefore depends on the path, the state of the log and the compression alone, and a cached one
costs a single query.
"""

import logging
from collections.abc import Callable
from hashlib import sha256
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.utils.cache import patch_vary_headers
from django.utils.translation import override
from pydantic import ValidationError

from govlab.delivery.api.consistent_reads import consistent_response, current_state
from govlab.delivery.api.response_cache import CachedResponse, response_cache
from govlab.delivery.api.responses import REVALIDATE, CacheableResponse, from_cache, log_state
from govlab.delivery.schemas.page import PageDocument
from govlab.limits import clients

from .compression import MINIMUM, accepted_format, compressed
from .content import Reading, list_parameters
from .lookup import Found, look_up
from .withdrawn import withdrawn_response

logger = logging.getLogger("django.request")

READS = ("GET", "HEAD")
MEDIA_TYPE = "text/html; charset=utf-8"


class ReaderMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        locale = _locale_of(request)
        if not locale:
            return self.get_response(request)
        request.get_host()  # raises DisallowedHost
        clients.observe(request)
        served = _Served(request, locale)
        if (page := served.response()) is not None:
            return page
        response = self.get_response(request)
        found = served.found
        if response.status_code == 404 and found and found.withdrawn:
            return withdrawn_response(request.path, found.frame)
        return response


def _locale_of(request: HttpRequest) -> str:
    """Return the language of a path at which a page may be; empty for any other request, such as
    one of search, which must not cost a query before its limits are checked."""
    if request.method not in READS or getattr(request, "is_dummy", False):
        return ""
    path = request.path_info
    if not path.endswith("/"):
        return ""
    first = path.split("/", 2)[1]
    return first if first in dict(settings.LANGUAGES) and _is_of_pages(path, first) else ""


def _is_of_pages(path: str, locale: str) -> bool:
    with override(locale):
        try:
            return resolve(path).url_name == "wagtail_serve"
        except Resolver404:
            return False


class _Served:
    """One request for what may be a page."""

    def __init__(self, request: HttpRequest, locale: str) -> None:
        self._request = request
        self._locale = locale
        self._format = accepted_format(request.headers.get("Accept-Encoding", ""))
        # What the log has at the path; None if the response came from the cache.
        self.found: Found | None = None

    def response(self) -> HttpResponse | None:
        """Return the page, or None if the log has none."""
        state, address = current_state(), self._address(self._request.get_full_path())
        if cached := response_cache.get(state, address):
            return _from_cache(self._request, cached)
        with override(self._locale):
            state, response = consistent_response(self._request, state, self._rendered)
        if not isinstance(response, CacheableResponse):
            return None
        cached = response.stored()
        response_cache.put(state, address, cached, self._address(response.key))
        return _from_cache(self._request, cached)

    def _address(self, address: str) -> str:
        return f"{self._format} {address}"

    def _rendered(self, request: HttpRequest) -> HttpResponse:
        """Return the page as a CacheableResponse, any other response if the log has none."""
        try:
            self.found = look_up(request.path, self._locale, log_state(request))
            document = self.found.document
            if document is None:
                return HttpResponse()
            parameters = {name: request.GET.get(name, "") for name in list_parameters(document)}
            content = Reading(document, parameters, self.found.frame).read()
        except Http404:
            return HttpResponse()
        except ValidationError:
            # Documents of an earlier version, until they are rebuilt: Wagtail serves the page.
            logger.exception("A document that %s shows does not fit its schema.", request.path)
            return HttpResponse()
        body = render_to_string("page.html", content.context)
        response = self._encoded(body.encode(), document)
        response.read_at = content.state
        # Related content that lags behind the log may change while the log does not.
        response.seconds = None if content.settled else 0
        chosen = {name: value for name, value in parameters.items() if value}
        response.key = f"{request.path}?{urlencode(chosen)}"
        return response

    def _encoded(self, body: bytes, document: PageDocument) -> CacheableResponse:
        name = self._format if len(body) >= MINIMUM else ""
        tag = sha256(body).hexdigest()[:32]
        response = CacheableResponse(
            compressed(body, name) if name else body, content_type=MEDIA_TYPE
        )
        if name:
            response["Content-Encoding"] = name
        response["ETag"] = f'"{tag}{"-" + name if name else ""}"'
        response["Cache-Control"] = REVALIDATE
        response["Content-Language"] = document.locale
        response["Surrogate-Key"] = f"documents page-{document.id}"
        patch_vary_headers(response, ["Accept-Encoding"])
        return response


def _from_cache(request: HttpRequest, cached: CachedResponse) -> HttpResponse:
    response = from_cache(request, cached)
    if response.status_code == 200:
        response["Content-Length"] = str(len(response.content))
        if request.method == "HEAD":
            response.content = b""
    return response
