"""Search for portals: the same results as on the site's own search page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from ninja import Query, Router

from govlab.delivery.api.parameters import strict
from govlab.delivery.api.responses import digest_of, json_response
from govlab.delivery.api.routers.common import PROBLEMS
from govlab.limits.clients import client_of
from search import service

from . import bodies
from .parameters import SearchParameters, SuggestParameters, search_parameters
from .schemas import Suggestions, search_response

# An index follows the log a moment later: a cache in front may be late by a minute.
CACHE_CONTROL = "public, max-age=60"
# For the process's own response cache: a promoted result ends with its day, and news grow old.
CACHE_SECONDS = 60.0


def make_router() -> Router:
    router = Router()
    query_of: Any = Query

    def search(request: HttpRequest, query: SearchParameters) -> HttpResponse:
        """By words in any form, with or without diacritics; the best first. Facets are counted."""
        response = service.search(
            query.q,
            query.locale,
            query.chosen,
            page=query.page,
            size=query.limit,
            client=client_of(request),
        )
        with translation.override(query.locale):
            body = bodies.search_body(response, query.view)
        return _http_response(request, body, query.locale, response)

    # Ninja reads the annotation; a type checker cannot, where the model is made at run time.
    search.__annotations__["query"] = query_of[search_parameters()]
    router.get(
        "/search",
        response={200: search_response()} | PROBLEMS,
        summary="Find documents",
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
        """Pages that have words beginning with those typed in the title, a heading or a term."""
        response = service.suggest(query.q, query.locale, query.limit)
        return _http_response(request, bodies.suggest_body(response), query.locale, response)

    return router


def _http_response(
    request: HttpRequest,
    body: str,
    locale: str,
    response: service.SearchResponse | service.SuggestResponse,
) -> HttpResponse:
    return json_response(
        request,
        etag=digest_of([body]),
        body=lambda: body,
        language=locale,
        cache_control="no-store" if response.degraded else CACHE_CONTROL,
        cacheable=service.is_cacheable(response),
        cache_seconds=CACHE_SECONDS,
    )
