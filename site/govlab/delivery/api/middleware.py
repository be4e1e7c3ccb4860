"""Serves the API without the site's middleware: no session, cookies or language negotiation.

This middleware comes first and handles all requests under the API's prefix, from the response cache
if possible. A response therefore never varies by cookie or language, and a cached one costs a
single query.
"""

import logging
from collections.abc import Callable

from django.core.exceptions import SuspiciousOperation
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
from ..database_errors import is_temporary
from . import request_body
from .consistent_reads import consistent_response, current_state
from .problems import (
    ProblemError,
    not_found,
    problem_response,
    server_error,
    too_many,
    unavailable,
)
from .response_cache import response_cache
from .responses import CacheableResponse, from_cache, has_tag
from .root import api_root

logger = logging.getLogger("django.request")

REQUESTS = rates.Limit("api", "GOVLAB_API_REQUESTS_PER_MINUTE", 60, default=600)
READS = ("GET", "HEAD")


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
                ProblemError(
                    400, "Bad request", "The request is malformed, too large or incomplete."
                )
            )
        except Exception as error:
            logger.exception("The API failed on %s", request.path)
            response = problem_response(unavailable() if is_temporary(error) else server_error())
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
    state, address = current_state(), request.get_full_path()
    cached = response_cache.get(state, address)
    if cached and (cached.whole or has_tag(request, cached.etag)):
        return from_cache(request, cached)
    state, response = consistent_response(request, state, _dispatch)
    if isinstance(response, CacheableResponse):
        response_cache.put(state, address, response.stored(), response.key)
    return response


def _dispatch(request: HttpRequest) -> HttpResponseBase:
    if request.method == "HEAD":
        # The body is removed at the end.
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
            f"No operation has the path {request.path}. See the service document at {api_root()}."
        ) from None
    if response.status_code == 405:
        allowed = response.headers.get("Allow", "GET").replace("GET", "GET, HEAD") + ", OPTIONS"
        raise ProblemError(
            405,
            "Method not allowed",
            f"The method {request.method} is not allowed. Allowed: {allowed}.",
            headers={"Allow": allowed},
        )
    return response


def _preflight() -> HttpResponse:
    response = HttpResponse(status=204)
    response["Access-Control-Allow-Methods"] = "GET, HEAD, POST, OPTIONS"
    response["Access-Control-Allow-Headers"] = "Content-Type, If-None-Match"
    response["Access-Control-Max-Age"] = "86400"
    return response
