"""Serves responses that depend on the request and the log alone, from the response cache.

A cached response costs a single query. Compression happens once, before it is cached.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from hashlib import sha256
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from govlab.core.language_middleware import in_no_language
from govlab.delivery.api.consistent_reads import consistent_response, current_state
from govlab.delivery.api.response_cache import CachedResponse, response_cache
from govlab.delivery.api.responses import REVALIDATE, CacheableResponse, from_cache

from .compression import MINIMUM, accepted_format, compressed

Build = Callable[[HttpRequest], HttpResponseBase]


def serve(request: HttpRequest, variant: str, build: Build) -> HttpResponse | None:
    """Return the response of `build`, cached until the log changes; None if it is not cacheable.

    `variant` distinguishes what the request's headers choose. `build` is called within the
    consistent reads of the API, so it may run several queries.
    """
    state, address = current_state(), f"{variant} {request.get_full_path()}"
    if cached := response_cache.get(state, address):
        return _from_cache(request, cached)
    state, response = consistent_response(request, state, build)
    if not isinstance(response, CacheableResponse):
        return None
    cached = response.stored()
    response_cache.put(state, address, cached, f"{variant} {response.key}" if response.key else "")
    return _from_cache(request, cached)


def encoding_of(request: HttpRequest) -> str:
    return accepted_format(request.META.get("HTTP_ACCEPT_ENCODING", ""))


def encoded(
    body: bytes,
    media_type: str,
    encoding: str,
    *,
    language: str = "",
    keys: Iterable[str] = ("documents",),
    vary: Iterable[str] = (),
) -> CacheableResponse:
    """Return the body, compressed if that pays, with the headers that it is cached with."""
    name = encoding if len(body) >= MINIMUM else ""
    tag = sha256(body).hexdigest()[:32]
    response = CacheableResponse(compressed(body, name) if name else body, content_type=media_type)
    if name:
        response["Content-Encoding"] = name
    response["ETag"] = f'"{tag}{"-" + name if name else ""}"'
    response["Cache-Control"] = REVALIDATE
    if language:
        response["Content-Language"] = language
    response["Surrogate-Key"] = " ".join(keys)
    patch_vary_headers(response, ["Accept-Encoding", *vary])
    return response


def from_the_log(media_type: str) -> Callable[[Callable[..., str]], Callable[..., HttpResponse]]:
    """A decorator of views that return a text which depends on their arguments and the log alone.
    They may raise Http404. Query parameters are ignored."""

    def decorator(view: Callable[..., str]) -> Callable[..., HttpResponse]:
        @require_safe
        @wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            encoding = encoding_of(request)

            def build(asked: HttpRequest) -> HttpResponseBase:
                text = view(*args, **kwargs)
                response = encoded(text.encode(), media_type, encoding)
                response.key = asked.path
                return response

            response = serve(request, encoding, build)
            if response is None:
                raise TypeError("The response of the view is not cacheable.")
            return in_no_language(response)

        return wrapped

    return decorator


def _from_cache(request: HttpRequest, cached: CachedResponse) -> HttpResponse:
    response = from_cache(request, cached)
    if response.status_code == 200:
        response["Content-Length"] = str(len(response.content))
        if request.method == "HEAD":
            response.content = b""
    return response
