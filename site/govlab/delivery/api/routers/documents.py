"""Operations that return one document, or one page in all its languages."""

from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router
from pydantic import Field, create_model

from ...schemas.base import Schema
from .. import contract, single
from ..parameters import strict
from .common import GONE, PROBLEMS, PathParameters


def make_documents() -> Router:
    router = Router()
    documents: Any = contract.any_document()
    group_type = create_model(
        "Group",
        __base__=Schema,
        __doc__="A page in all its public languages.",
        translation_key=(UUID, Field(description="The key that all languages of the page share.")),
        documents=(
            _list_of(documents),
            Field(description="The documents of all public languages, ordered by id."),
        ),
    )

    @router.get(
        "/pages/by-path",
        response={200: contract.any_at_path()} | GONE | PROBLEMS,
        summary="Get a document by its path",
        tags=["documents"],
    )
    @strict
    def get_page_by_path(request: HttpRequest, query: Query[PathParameters]) -> HttpResponse:
        """Returns the document at the path. If the page was moved, returns a `redirect` with
        status 200; if it was withdrawn, responds with 410."""
        return single.path_response(request, query.path)

    @router.get(
        "/pages/{int:page_id}",
        response={200: documents} | GONE | PROBLEMS,
        summary="Get a document by its id",
        tags=["documents"],
    )
    @strict
    def get_page(
        request: HttpRequest,
        page_id: Annotated[int, Path(description="The `id` of the document.")],
    ) -> HttpResponse:
        """Returns the document. If the page was withdrawn, responds with 410."""
        return single.document_response(request, page_id)

    @router.get(
        "/groups/{uuid:translation_key}",
        response={200: group_type} | GONE | PROBLEMS,
        summary="Get a page in all its languages",
        tags=["documents"],
    )
    @strict
    def get_group(
        request: HttpRequest,
        translation_key: Annotated[
            UUID, Path(description="The `translation_key` of any of the documents.")
        ],
    ) -> HttpResponse:
        """Returns the documents of all public languages of the page. If none is public any more,
        responds with 410."""
        return single.group_response(request, translation_key)

    return router


def _list_of(item: Any) -> Any:
    return list[item]
