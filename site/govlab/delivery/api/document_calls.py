"""One document, or one page in all its languages."""

from collections.abc import Sequence
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router
from pydantic import Field, create_model

from ..models import Document
from ..schema.base import Shape
from . import contract, single
from .answers import answer, digest_of
from .declared import GONE, PROBLEMS, PathParameters
from .parameters import strict
from .problems import ProblemError, not_found


def add_documents(router: Router) -> None:
    documents: Any = contract.any_document()
    group_type = create_model(
        "Group",
        __base__=Shape,
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
        return single.path_answer(request, query.path)

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
        return single.document_answer(request, page_id)

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
        rows = list(
            Document.objects.filter(translation_key=translation_key)
            .order_by("page_id")
            .values_list("live", "digest", "sequence")
        )
        if not rows:
            raise not_found(f"No page of the group {translation_key} was ever public.")
        live = [(digest, sequence) for is_live, digest, sequence in rows if is_live]
        if not live:
            raise ProblemError(410, "Withdrawn", "No page of this group is public any more.")
        return answer(
            request,
            etag=digest_of(f"{digest}-{sequence}" for digest, sequence in live),
            body=lambda: _group_body(translation_key, [sequence for _, sequence in live]),
            keys=["documents"],
        )


def _list_of(item: Any) -> Any:
    return list[item]


def _group_body(key: UUID, sequences: Sequence[int]) -> str:
    stored = Document.objects.filter(sequence__in=sequences, live=True).order_by("page_id")
    documents = stored.values_list("json", flat=True)
    return f'{{"translation_key":"{key}","documents":[{",".join(documents)}]}}'
