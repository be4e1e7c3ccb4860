"""Lists: one of everything, and one of each collection."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from ...documents.registry import document_types
from .. import contract, listing
from ..parameters import ListParameters, strict
from .common import PROBLEMS

DESCRIPTION = "Whole documents, or summaries with `view=summary`; a page at a time."


def make_lists() -> Router:
    router = Router()
    _add(router, "pages", "", contract.all_parameters(), contract.page_of_any())
    for kind in document_types():
        if name := kind.collection:
            _add(router, name, name, contract.list_parameters(kind), contract.page_of(kind))
    return router


def _add(
    router: Router, name: str, collection: str, parameters: type[ListParameters], response: Any
) -> None:
    router.get(
        f"/{name}",
        response={200: response} | PROBLEMS,
        operation_id=f"list_{name}",
        summary=f"List {name}",
        description=DESCRIPTION,
        tags=["lists"],
    )(strict(_view(collection, parameters)))


def _view(collection: str, parameters: type[ListParameters]) -> Callable[..., HttpResponse]:
    def view(request: HttpRequest, query: Any) -> HttpResponse:
        return listing.list_response(request, query, collection)

    # Ninja reads the annotation; a type checker cannot, where the model is made at run time.
    query_of: Any = Query
    view.__annotations__["query"] = query_of[parameters]
    return view
