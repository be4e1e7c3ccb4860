"""The operation for how complete and how fresh a language is."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from .. import contract
from ..coverage import Coverage, coverage_response
from ..parameters import strict
from .common import PROBLEMS


def make_coverage() -> Router:
    router = Router()

    def get_coverage(request: HttpRequest, query: Any) -> HttpResponse:
        """Returns what is missing or out of date in a language: counts by type, and a page of the
        documents concerned. Only public pages count."""
        return coverage_response(request, query)

    # Ninja reads the annotation at run time; the model is not known statically.
    query_of: Any = Query
    get_coverage.__annotations__["query"] = query_of[contract.coverage_parameters()]
    router.get(
        "/coverage",
        response={200: Coverage} | PROBLEMS,
        summary="Get the coverage of a language",
        tags=["coverage"],
    )(strict(get_coverage))
    return router
