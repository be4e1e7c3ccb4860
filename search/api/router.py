"""Search for portals: the same results as on the site's own search page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from ninja import Query, Router

from govlab.delivery.api.parameters import strict
from govlab.delivery.api.responses import (
    CacheableResponse,
    digest_of_body,
    json_response,
    log_state,
)
from govlab.delivery.api.routers.common import PROBLEMS
from govlab.delivery.models.head import LogState
from govlab.limits.clients import client_of
from search import service

from . import bodies
from .parameters import SearchParameters, SuggestParameters, search_parameters
from .schemas import Suggestions, search_response

# The index follows the log with a short delay, so downstream caches may lag by a minute too.
CACHE_CONTROL = "public, max-age=60"
# The response cache needs a timeout too: promoted results expire, and news lose rank with age.
CACHE_SECONDS = 60.0


def make_router() -> Router:
    router = Router()
    query_of: Any = Query

    def search(request: HttpRequest, query: SearchParameters) -> HttpResponse:
        """Returns the documents that match the query, the best first, with facets. Words match in
        any inflected form, with or without diacritics."""
        response = service.search(
            query.q,
            query.locale,
            query.chosen,
            page=query.page,
            size=query.limit,
            client=client_of(request),
            state=log_state(request),
        )
        with translation.override(query.locale):
            body, read_at = bodies.search_body(response, query.view)
        return _http_response(request, body, query.locale, response, read_at)

    # Ninja reads the annotation at run time; the model is not known statically.
    search.__annotations__["query"] = query_of[search_parameters()]
    router.get(
        "/search",
        response={200: search_response()} | PROBLEMS,
        summary="Search documents",
        tags=["search"],
    )(strict(search))

    @router.get(
        "/suggest",
        response={200: Suggestions} | PROBLEMS,
        summary="Suggest pages while a reader types",
        tags=["search"],
    )
    @strict
    def suggest(request: HttpRequest, query: Query[SuggestParameters]) -> HttpResponse:
        """Returns pages with words that start with those of the query, in the title, a heading or
        a term."""
        response = service.suggest(query.q, query.locale, query.limit, log_state(request))
        return _http_response(request, bodies.suggest_body(response), query.locale, response)

    return router


def _http_response(
    request: HttpRequest,
    body: bytes,
    locale: str,
    response: service.SearchResponse | service.SuggestResponse,
    read_at: LogState | None = None,
) -> HttpResponse:
    sent = json_response(
        request,
        etag=digest_of_body(body),
        body=lambda: body,
        language=locale,
        cache_control="no-store" if response.degraded else CACHE_CONTROL,
        cacheable=service.is_cacheable(response),
        cache_seconds=CACHE_SECONDS,
    )
    if isinstance(sent, CacheableResponse):
        sent.read_at = read_at
    return sent
