"""Serves the API apart from the site: no session, no cookie, no language negotiation.

Stands above the site's middleware and answers what is under the API's prefix by itself, from the
store where it can. So an answer never varies by cookie or language, and a kept one costs one query.
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

from govlab.security import limits

from ..log.identity import Watch
from ..models import Head
from ..models.head import LogState
from . import request_body
from .answers import Answer, has_tag
from .one_state import respond_in_one_state
from .problems import ProblemError, not_found, problem_response, too_many
from .store import Kept, store

logger = logging.getLogger("django.request")

PREFIX = "/api/"
READS = ("GET", "HEAD")
# Headers that belong to the message and not to the answer.
_KEPT_HEADERS = (
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
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        try:
            response = _serve(request)
        except ProblemError as error:
            response = problem_response(error)
        except limits.TooManyRequests as error:
            response = problem_response(too_many(error))
        except (SuspiciousOperation, UnreadablePostError):
            response = problem_response(
                ProblemError(400, "Unusable request", "It is too large or was cut off.")
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


def _serve(request: HttpRequest) -> HttpResponseBase:
    if request.method == "OPTIONS":
        return _preflight()
    limits.count_client(limits.API, request)
    if request.method not in READS:
        request_body.read(request)
        return _dispatch(request)
    state, address = _state(), request.get_full_path()
    kept = store.get(state, address)
    if kept and (kept.whole or has_tag(request, kept.etag)):
        return _again(request, kept)
    state, response = respond_in_one_state(request, state, _dispatch)
    if isinstance(response, Answer):
        headers = tuple(
            (name, response[name]) for name in _KEPT_HEADERS if response.has_header(name)
        )
        store.put(
            state,
            address,
            Kept(
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
        # What GET would answer; the body is taken away at the end.
        request.method = "GET"
        try:
            return _dispatch(request)
        finally:
            request.method = "HEAD"
    try:
        match = resolve(request.path_info)
        response: HttpResponseBase = match.func(request, *match.args, **match.kwargs)
        if isinstance(response, Answer) and response.parameters is not None:
            response.key = f"{match.route} {response.parameters}"
    except (Resolver404, Http404):
        raise not_found(
            f"There is nothing at {request.path}. The service document at /api/v1/ lists the calls."
        ) from None
    if response.status_code == 405:
        allowed = response.headers.get("Allow", "GET").replace("GET", "GET, HEAD") + ", OPTIONS"
        raise ProblemError(
            405,
            "Method not allowed",
            f"{request.method} is not possible here; {allowed} is.",
            headers={"Allow": allowed},
        )
    return response


def _again(request: HttpRequest, kept: Kept) -> HttpResponse:
    known = has_tag(request, kept.etag)
    response = HttpResponse(b"" if known else kept.body, status=304 if known else 200)
    for name, value in kept.headers:
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
