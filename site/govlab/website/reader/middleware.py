"""Serves public pages without the site's middleware: no session, no cookies.

What the log does not have at a path is up to Wagtail: private pages, redirects and 404. A response
therefore depends on the path, the state of the log, the compression and the preferred
representation alone, and a cached one costs a single query.
"""

import logging
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import override
from pydantic import ValidationError

from govlab.delivery.api.responses import log_state
from govlab.delivery.languages import match_of_path
from govlab.limits import clients

from .lookup import Found, look_up
from .representations import HTML, Representation, Source, at_path, negotiated
from .serving import encoded, encoding_of, serve
from .withdrawn import withdrawn_response

logger = logging.getLogger("django.request")

READS = ("GET", "HEAD")


class ReaderMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        served = _asked(request)
        if not served:
            return self.get_response(request)
        request.get_host()  # raises DisallowedHost
        clients.observe(request)
        if (page := served.response()) is not None:
            return page
        response = self.get_response(request)
        found = served.found
        if response.status_code == 404 and found and found.withdrawn:
            return withdrawn_response(served.path, found.frame)
        return response


def _asked(request: HttpRequest) -> "_Served | None":
    """Return what may be a page in one of its representations; None for any other request, such as
    one of search, which must not cost a query before its limits are checked."""
    if request.method not in READS or getattr(request, "is_dummy", False):
        return None
    locale = request.path_info.removeprefix("/").partition("/")[0]
    within, at = at_path(request.path_info), at_path(request.path)
    if locale not in dict(settings.LANGUAGES) or not within or not at:
        return None
    if not _is_of_pages(within[0], settings.ROOT_URLCONF):
        return None
    return _Served(request, locale, *at)


@lru_cache(maxsize=4096)
def _is_of_pages(path: str, urlconf: str) -> bool:
    """Kept, because resolving is a third of what a cached page costs."""
    match = match_of_path(path)
    return match is not None and match.url_name == "wagtail_serve"


class _Served:
    """One request for what may be a page."""

    def __init__(
        self, request: HttpRequest, locale: str, path: str, representation: Representation
    ) -> None:
        self._request = request
        self._locale = locale
        self.path = path
        self._kind = negotiated(request, representation)
        self._encoding = encoding_of(request)
        # What the log has at the path; None if the response came from the cache.
        self.found: Found | None = None

    def response(self) -> HttpResponse | None:
        """Return the page, or None if the log has none."""
        with override(self._locale):
            variant = f"{self._kind.name} {self._encoding}"
            response = serve(self._request, variant, self._rendered)
        if response is not None and self._kind.name != HTML:
            # Programs on other sites may read what is made for programs.
            response["Access-Control-Allow-Origin"] = "*"
            response["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    def _rendered(self, request: HttpRequest) -> HttpResponse:
        """Return the page as a CacheableResponse, any other response if the log has none."""
        try:
            self.found = look_up(self.path, self._locale, log_state(request))
            document = self.found.document
            if document is None:
                return HttpResponse()
            rendered = self._kind.render(Source(document, self.found.frame, request.GET))
        except Http404:
            return HttpResponse()
        except ValidationError:
            # Documents of an earlier version, until they are rebuilt: Wagtail serves the page.
            logger.exception("A document that %s shows does not fit its schema.", request.path)
            return HttpResponse()
        response = encoded(
            rendered.body.encode(),
            self._kind.media_type,
            self._encoding,
            language=document.locale,
            keys=("documents", f"page-{document.id}"),
            vary=["Accept"] if self._kind.negotiated else [],
        )
        if self._kind.negotiated and self._kind.name != HTML:
            response["Content-Location"] = self.path + self._kind.name
        response.read_at = rendered.state
        # Related content may lag behind the log, and events become past, while the log stays.
        response.seconds = rendered.seconds
        chosen = {name: value for name, value in rendered.parameters.items() if value}
        response.key = f"{self.path}?{urlencode(chosen)}"
        return response
