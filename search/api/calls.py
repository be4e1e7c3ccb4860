"""Search for portals: the same answers as the site's own search page."""

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from ninja import Query, Router

from govlab.delivery.api.answers import answer, digest_of
from govlab.delivery.api.declared import PROBLEMS
from govlab.delivery.api.parameters import strict
from govlab.delivery.api.rate import client_of

from .. import asking, choice
from . import bodies, keeping
from .parameters import SearchParameters, SuggestParameters
from .shapes import Suggestions, search_answer

# The engine follows the log a moment later: a cache in front may be late by a minute.
CACHED = "public, max-age=60"


def make_router() -> Router:
    router = Router()

    @router.get(
        "/search",
        response={200: search_answer()} | PROBLEMS,
        summary="Find documents",
        tags=["search"],
    )
    @strict
    def search(request: HttpRequest, query: Query[SearchParameters]) -> HttpResponse:
        """By words in any form, with or without diacritics; the best first. Facets are counted."""
        found = asking.answer(
            query.q,
            query.locale,
            query.chosen,
            page=query.page,
            size=query.limit,
            client=client_of(request),
        )
        with translation.override(query.locale):
            body = bodies.search_body(found, query.view)
        # A question that finds nothing is counted each time.
        counted = not found.answer.total or found.answer.partial
        return _answer(request, body, query.locale, found, kept=not counted)

    @router.get(
        "/suggest",
        response={200: Suggestions} | PROBLEMS,
        summary="Suggest pages while a reader types",
        tags=["search"],
    )
    @strict
    def suggest(request: HttpRequest, query: Query[SuggestParameters]) -> HttpResponse:
        """Pages that have words beginning with those typed in the title, a heading or a term."""
        found = asking.suggestions(query.q, query.locale, query.limit)
        return _answer(request, bodies.suggest_body(found), query.locale, found)

    return router


def _answer(
    request: HttpRequest,
    body: str,
    locale: str,
    found: asking.Outcome | choice.Answered[list[int]],
    *,
    kept: bool = True,
) -> HttpResponse:
    return answer(
        request,
        etag=digest_of([body]),
        body=lambda: body,
        language=locale,
        cache_control="no-store" if found.degraded else CACHED,
        kept=kept and not found.degraded and keeping.index_has_settled(found.engine),
        kept_seconds=keeping.SECONDS,
    )
