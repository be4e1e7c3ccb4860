"""Responses with the headers that let every cache between here and the reader store them."""

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_etags

from ..models import Head
from ..models.head import LogState

# A cache serves it for a minute, then for ten more while it revalidates.
SHARED = "public, max-age=60, stale-while-revalidate=600"
# For the feed: a cache may store it and has to revalidate it each time.
REVALIDATE = "public, no-cache"
MEDIA_TYPE = "application/json; charset=utf-8"


class CacheableResponse(HttpResponse):
    """A successful response that depends on nothing but the request and the log's head.

    One that also depends on the time may be served from the cache for `seconds`. `parameters` are
    the request's own in one canonical spelling, None where no view declared any.
    """

    seconds: float | None = None
    parameters: str | None = None
    # The cache key: set once the route is known; empty where the address as spelt is the key.
    key: str = ""


class ApiRequest(HttpRequest):
    """A request as the API's middleware passes it on."""

    log_state: LogState


def log_state(request: HttpRequest) -> LogState:
    """The state of the log that the response is made from."""
    if not hasattr(request, "log_state"):
        cast(ApiRequest, request).log_state = Head.current()
    return cast(ApiRequest, request).log_state


def json_response(
    request: HttpRequest,
    *,
    etag: str,
    body: Callable[[], str],
    language: str = "",
    keys: Iterable[str] = (),
    cache_control: str = SHARED,
    links: Iterable[str] = (),
    cacheable: bool = True,
    cache_seconds: float | None = None,
) -> HttpResponse:
    """JSON with its validators; 304, without calling `body`, for a reader who has it already.

    `keys` are what a cache in front may purge it by. `cacheable`: whether this process may serve it
    again until the log advances, for `cache_seconds` at most.
    """
    known = matches(request, etag)
    response = (CacheableResponse if cacheable else HttpResponse)(
        b"" if known else body().encode(), status=304 if known else 200, content_type=MEDIA_TYPE
    )
    if isinstance(response, CacheableResponse):
        response.seconds = cache_seconds
    response["ETag"] = _quoted(request, etag)
    response["Cache-Control"] = cache_control
    if language:
        # A server may take nothing but a plain str, which a member of an enumeration is not.
        response["Content-Language"] = str(language)
    if keys:
        response["Surrogate-Key"] = " ".join(keys)
    if links:
        response["Link"] = ", ".join(links)
    if known:
        del response["Content-Type"]
    return response


def is_conditional(request: HttpRequest) -> bool:
    """Whether the response may be 304: then views read digests first, and bodies if needed."""
    return "If-None-Match" in request.headers


def matches(request: HttpRequest, etag: str) -> bool:
    """Whether the reader has what `json_response` would give under this ETag."""
    return has_tag(request, _quoted(request, etag))


def _quoted(request: HttpRequest, etag: str) -> str:
    """A restored log gives out sequences again, with other bytes: the epoch distinguishes them."""
    return f'"{log_state(request).epoch}-{etag}"'


def has_tag(request: HttpRequest, quoted: str) -> bool:
    """Weak comparison, as RFC 9110 has it for If-None-Match."""
    header = request.headers.get("If-None-Match", "")
    if not header:
        return False
    tags = parse_etags(header)
    return tags == ["*"] or quoted in {tag.removeprefix("W/") for tag in tags}


def digest_of(parts: Iterable[str]) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()[:32]
