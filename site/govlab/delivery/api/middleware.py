"""Serves the API apart from the site: no session, no cookie, no language negotiation.

Stands above the site's middleware and serves what is under the API's prefix by itself, from the
response cache where it can. So a response never varies by cookie or language, and a cached one
costs one query.
"""

import logging
import time
from collections.abc import Callable

from django.core.exceptions import SuspiciousOperation
from django.db import connection
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
    UnreadablePostError,
)
from django.urls import Resolver404, resolve

from govlab.limits import rates

from .. import conf
from ..log.identity import Watch
from ..models import Head
from ..models.head import LogState
from . import request_body
from .consistent_reads import consistent_response
from .problems import ProblemError, not_found, problem_response, too_many
from .response_cache import CachedResponse, response_cache
from .responses import CacheableResponse, has_tag
from .root import api_root

logger = logging.getLogger("django.request")

REQUESTS = rates.Limit("api", "GOVLAB_API_REQUESTS_PER_MINUTE", 60, default=600)
READS = ("GET", "HEAD")
# Headers that are stored with a body.
_CACHED_HEADERS = (
    "Content-Type",
    "ETag",
    "Cache-Control",
    "Content-Language",
    "Surrogate-Key",
    "Link",
)

_watch = Watch()


class ApiMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not _is_for_the_api(request):
            return self.get_response(request)
        try:
            response = _serve(request)
        except ProblemError as error:
            response = problem_response(error)
        except rates.TooManyRequests as error:
            response = problem_response(too_many(error))
        except (SuspiciousOperation, UnreadablePostError):
            response = problem_response(
                ProblemError(400, "Bad request", "It is too large or was cut off.")
            )
        except Exception:
            logger.exception("The API failed on %s", request.path)
            response = problem_response(
                ProblemError(
                    500, "Server error", "Something went wrong here. Please try again later."
                )
            )
        if isinstance(response, HttpResponse) and response.status_code not in (204, 304):
            response["Content-Length"] = str(len(response.content))
            if request.method == "HEAD":
                response.content = b""
        elif isinstance(response, StreamingHttpResponse) and request.method == "HEAD":
            response.streaming_content = []
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag, Link, Retry-After, Govlab-Cursor"
        return response


def _is_for_the_api(request: HttpRequest) -> bool:
    prefix = conf.api_prefix()
    if prefix:
        return request.path_info.startswith(prefix)
    return request.path.startswith(api_root())


def _serve(request: HttpRequest) -> HttpResponseBase:
    if request.method == "OPTIONS":
        return _preflight()
    rates.count_client(REQUESTS, request)
    if request.method not in READS:
        request_body.read(request)
        return _dispatch(request)
    state, address = _state(), request.get_full_path()
    cached = response_cache.get(state, address)
    if cached and (cached.whole or has_tag(request, cached.etag)):
        return _from_cache(request, cached)
    state, response = consistent_response(request, state, _dispatch)
    if isinstance(response, CacheableResponse):
        headers = tuple(
            (name, response[name]) for name in _CACHED_HEADERS if response.has_header(name)
        )
        response_cache.put(
            state,
            address,
            CachedResponse(
                response.content,
                headers,
                response["ETag"],
                response.status_code == 200,
                None if response.seconds is None else time.monotonic() + response.seconds,
            ),
            response.key,
        )
    return response


def _state() -> LogState:
    """Where the log is now, and whether it is the one that this process knows."""
    state = Head.current()
    return state if connection.in_atomic_block else _watch.check(state)


def _dispatch(request: HttpRequest) -> HttpResponseBase:
    if request.method == "HEAD":
        # As for GET; the body is removed at the end.
        request.method = "GET"
        try:
            return _dispatch(request)
        finally:
            request.method = "HEAD"
    try:
        match = resolve(request.path_info)
        response: HttpResponseBase = match.func(request, *match.args, **match.kwargs)
        if isinstance(response, CacheableResponse) and response.parameters is not None:
            response.key = f"{match.route} {response.parameters}"
    except (Resolver404, Http404):
        raise not_found(
            f"There is nothing at {request.path}. See the service document at {api_root()}."
        ) from None
    if response.status_code == 405:
        allowed = response.headers.get("Allow", "GET").replace("GET", "GET, HEAD") + ", OPTIONS"
        raise ProblemError(
            405,
            "Method not allowed",
            f"{request.method} is not allowed here. Allowed: {allowed}.",
            headers={"Allow": allowed},
        )
    return response


def _from_cache(request: HttpRequest, cached: CachedResponse) -> HttpResponse:
    known = has_tag(request, cached.etag)
    response = HttpResponse(b"" if known else cached.body, status=304 if known else 200)
    for name, value in cached.headers:
        response[name] = value
    if known:
        del response["Content-Type"]
    return response


def _preflight() -> HttpResponse:
    response = HttpResponse(status=204)
    response["Access-Control-Allow-Methods"] = "GET, HEAD, POST, OPTIONS"
    response["Access-Control-Allow-Headers"] = "Content-Type, If-None-Match"
    response["Access-Control-Max-Age"] = "86400"
    return response
