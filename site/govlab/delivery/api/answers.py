"""Answers: bytes with the headers that let everybody between us and the reader keep them."""

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_etags

from ..models import Head
from ..models.head import LogState

# A minute without asking, then ten in which a cache may serve the old one while it asks.
SHARED = "public, max-age=60, stale-while-revalidate=600"
# For the feed: a cache may keep it and has to ask each time.
REVALIDATE = "public, no-cache"
MEDIA_TYPE = "application/json; charset=utf-8"


class Answer(HttpResponse):
    """A successful answer that depends on nothing but the address and the log's head.

    One that also depends on the time may be given again for `seconds`. `parameters`: what it was
    asked with, the same however that was spelt; None where nobody has read it.
    """

    seconds: float | None = None
    parameters: str | None = None
    # What it is kept under: set once its route is known; empty for its address as it was spelt.
    key: str = ""


class ApiRequest(HttpRequest):
    """A request as the API's middleware passes it on."""

    log_state: LogState


def log_state(request: HttpRequest) -> LogState:
    """The state of the log that the response is made from."""
    if not hasattr(request, "log_state"):
        cast(ApiRequest, request).log_state = Head.current()
    return cast(ApiRequest, request).log_state


def answer(
    request: HttpRequest,
    *,
    etag: str,
    body: Callable[[], str],
    language: str = "",
    keys: Iterable[str] = (),
    cache_control: str = SHARED,
    links: Iterable[str] = (),
    kept: bool = True,
    kept_seconds: float | None = None,
) -> HttpResponse:
    """304 where the reader has it already: then `body` is never called.

    `keys`: what a cache in front may purge it by. `kept`: whether this process may give it again
    until the log goes on, for `kept_seconds` at most; not where it depends on more than the log.
    """
    known = matches(request, etag)
    response = (Answer if kept else HttpResponse)(
        b"" if known else body().encode(), status=304 if known else 200, content_type=MEDIA_TYPE
    )
    if isinstance(response, Answer):
        response.seconds = kept_seconds
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
    """Whether the answer may be 304: then views ask for digests first, and for bodies if needed."""
    return "If-None-Match" in request.headers


def matches(request: HttpRequest, etag: str) -> bool:
    """Whether the reader has what `answer` would give under this ETag."""
    return has_tag(request, _quoted(request, etag))


def _quoted(request: HttpRequest, etag: str) -> str:
    """A restored log gives out sequences again, with other bytes: the epoch tells them apart."""
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
