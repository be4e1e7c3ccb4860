"""Menus and terms."""

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
        summary="Menus",
        tags=["site"],
    )
    @strict
    def get_navigation(request: HttpRequest, query: Query[LocaleParameters]) -> HttpResponse:
        """`main` is two levels of what editors put into menus; `footer` the rest of the first."""
        return navigation_response(request, query.locale)

    @router.get(
        "/terms/{vocabulary}",
        response={200: Terms} | MISSING | PROBLEMS,
        summary="Terms of a vocabulary",
        tags=["site"],
    )
    @strict
    def list_terms(
        request: HttpRequest,
        vocabulary: Annotated[str, Path(description="One that the service document names.")],
        query: Query[LocaleParameters],
    ) -> HttpResponse:
        """With the number of public documents that each describes."""
        return terms_response(request, vocabulary, query.locale)

    return router
