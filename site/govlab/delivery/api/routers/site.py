"""Operations for the menus and the terms of the site."""

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router

from ..navigation import Navigation, navigation_response
from ..parameters import strict
from ..terms import Terms, terms_response
from .common import MISSING, PROBLEMS, LocaleParameters


def make_site() -> Router:
    router = Router()

    @router.get(
        "/navigation",
        response={200: Navigation} | MISSING | PROBLEMS,
        summary="Get the menus",
        tags=["site"],
    )
    @strict
    def get_navigation(request: HttpRequest, query: Query[LocaleParameters]) -> HttpResponse:
        """Returns the menus: `main` has two levels of the pages that editors put into menus,
        `footer` the other children of the front page."""
        return navigation_response(request, query.locale)

    @router.get(
        "/terms/{vocabulary}",
        response={200: Terms} | MISSING | PROBLEMS,
        summary="List the terms of a vocabulary",
        tags=["site"],
    )
    @strict
    def list_terms(
        request: HttpRequest,
        vocabulary: Annotated[
            str, Path(description="The name of a vocabulary, as in the service document.")
        ],
        query: Query[LocaleParameters],
    ) -> HttpResponse:
        """Returns the terms, each with the number of public documents that it describes."""
        return terms_response(request, vocabulary, query.locale)

    return router
