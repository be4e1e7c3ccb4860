"""One document, or one page in all its languages."""

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
        translation_key=(UUID, ...),
        documents=(_list_of(documents), Field(description="The public ones, by id.")),
    )

    @router.get(
        "/pages/by-path",
        response={200: contract.any_at_path()} | GONE | PROBLEMS,
        summary="One document by its path",
        tags=["documents"],
    )
    @strict
    def get_page_by_path(request: HttpRequest, query: Query[PathParameters]) -> HttpResponse:
        """Also says where a moved page went (200, `redirect`) and that one was withdrawn (410)."""
        return single.path_response(request, query.path)

    @router.get(
        "/pages/{int:page_id}",
        response={200: documents} | GONE | PROBLEMS,
        summary="One document by its id",
        tags=["documents"],
    )
    @strict
    def get_page(
        request: HttpRequest, page_id: Annotated[int, Path(description="The document's `id`.")]
    ) -> HttpResponse:
        return single.document_response(request, page_id)

    @router.get(
        "/groups/{uuid:translation_key}",
        response={200: group_type} | GONE | PROBLEMS,
        summary="Every language of one page",
        tags=["documents"],
    )
    @strict
    def get_group(
        request: HttpRequest,
        translation_key: Annotated[UUID, Path(description="As each of the documents carries it.")],
    ) -> HttpResponse:
        return single.group_response(request, translation_key)

    return router


def _list_of(item: Any) -> Any:
    return list[item]
