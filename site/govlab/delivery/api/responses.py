"""JSON responses with caching headers and validators."""

import time
from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_etags

from ..models import Head
from ..models.head import LogState
from .response_cache import CachedResponse

# Fresh for a minute, then stale for ten more while a cache revalidates it.
SHARED = "public, max-age=60, stale-while-revalidate=600"
# For the change feed: caches may store it and must revalidate it each time.
REVALIDATE = "public, no-cache"
MEDIA_TYPE = "application/json; charset=utf-8"


# Headers that are stored with a body.
_CACHED_HEADERS = (
    "Content-Type",
    "Content-Encoding",
    "Content-Language",
    "Content-Location",
    "ETag",
    "Cache-Control",
    "Vary",
    "Surrogate-Key",
    "Link",
)


class CacheableResponse(HttpResponse):
    """A successful response that depends only on the request and on the head of the log.

    If it also depends on the time, `seconds` limits how long it may be cached. `parameters` are the
    request's parameters in canonical form, None if the view declares none.
    """

    seconds: float | None = None
    parameters: str | None = None
    # The state of the log that its last query saw, if that read it.
    read_at: LogState | None = None
    # The cache key, set once the route is known; if empty, the URL as requested is the key.
    key: str = ""

    def stored(self) -> CachedResponse:
        """Return what the response cache stores of it."""
        return CachedResponse(
            self.content,
            tuple((name, self[name]) for name in _CACHED_HEADERS if self.has_header(name)),
            self["ETag"],
            self.status_code == 200,
            None if self.seconds is None else time.monotonic() + self.seconds,
        )


def from_cache(request: HttpRequest, cached: CachedResponse) -> HttpResponse:
    """Return the cached response, or 304 if the client has it."""
    known = has_tag(request, cached.etag)
    response = HttpResponse(b"" if known else cached.body, status=304 if known else 200)
    for name, value in cached.headers:
        response[name] = value
    if known:
        del response["Content-Type"]
    return response


class ApiRequest(HttpRequest):
    """A request with what the API's middleware adds to it."""

    log_state: LogState


def log_state(request: HttpRequest) -> LogState:
    """Return the state of the log that the response is built from."""
    if not hasattr(request, "log_state"):
        cast(ApiRequest, request).log_state = Head.current()
    return cast(ApiRequest, request).log_state


def json_response(
    request: HttpRequest,
    *,
    etag: str,
    body: Callable[[], str | bytes],
    language: str = "",
    keys: Iterable[str] = (),
    cache_control: str = SHARED,
    links: Iterable[str] = (),
    cacheable: bool = True,
    cache_seconds: float | None = None,
) -> HttpResponse:
    """Return JSON with its ETag, or 304 without calling `body` if the client's copy is current.

    `keys` are surrogate keys, by which a CDN may purge it. `cacheable` says whether this process
    may cache it until the log advances, for at most `cache_seconds`.
    """
    known = matches(request, etag)
    response = (CacheableResponse if cacheable else HttpResponse)(
        b"" if known else body(), status=304 if known else 200, content_type=MEDIA_TYPE
    )
    if isinstance(response, CacheableResponse):
        response.seconds = cache_seconds
    response["ETag"] = _quoted(request, etag)
    response["Cache-Control"] = cache_control
    if language:
        # WSGI servers may insist on a plain str, which a member of a StrEnum is not.
        response["Content-Language"] = str(language)
    if keys:
        response["Surrogate-Key"] = " ".join(keys)
    if links:
        response["Link"] = ", ".join(links)
    if known:
        del response["Content-Type"]
    return response


def is_conditional(request: HttpRequest) -> bool:
    """Whether the response may be 304: then views read digests first, and bodies only if needed."""
    return "If-None-Match" in request.headers


def matches(request: HttpRequest, etag: str) -> bool:
    """Whether the client's copy has this ETag, so that `json_response` would return 304."""
    return has_tag(request, _quoted(request, etag))


def _quoted(request: HttpRequest, etag: str) -> str:
    """After a restore, the same sequence may be used for other content; the epoch differs."""
    return f'"{log_state(request).epoch}-{etag}"'


def has_tag(request: HttpRequest, quoted: str) -> bool:
    """Compare weakly, as RFC 9110 requires for If-None-Match."""
    header = request.META.get("HTTP_IF_NONE_MATCH", "")
    if not header:
        return False
    tags = parse_etags(header)
    return tags == ["*"] or quoted in {tag.removeprefix("W/") for tag in tags}


def digest_of_body(body: bytes) -> str:
    return sha256(body).hexdigest()[:32]


def digest_of(parts: Iterable[str]) -> str:
    return digest_of_body("\n".join(parts).encode())
