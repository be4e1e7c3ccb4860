"""Operations for replication: export, changes, verify."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from ninja import Body, Query, Router
from pydantic import Field, create_model

from ...documents.canonical import dumps
from ...log.cursors import LONGEST
from ...schemas.base import Schema
from .. import contract, replication
from ..parameters import MAX_LIMIT, NO_NUL, LocaleCode, Parameters, strict
from ..problems import Problem
from .common import PROBLEMS


class ChangesParameters(Parameters):
    since: Annotated[str, Field(max_length=LONGEST), NO_NUL] = Field(
        "0",
        description="The `next` of the previous page or of an export; 0 for the beginning.",
        examples=["3f9a1c07b2de-108"],
    )
    limit: int = Field(MAX_LIMIT, ge=1, le=MAX_LIMIT, description="The maximum number of entries.")


class ExportParameters(Parameters):
    locale: LocaleCode | None = Field(
        None, description="The language, as a BCP 47 tag. Defaults to all languages."
    )


# The limit is part of the type, so that validation stops at the first excess item.
Copies = Annotated[list[replication.Copy], Body(max_length=replication.VERIFY_LIMIT)]


def make_replication() -> Router:
    router = Router()
    entries: Any = contract.any_entry()
    entry_list: Any = list[entries]
    changes_type = create_model(
        "Changes",
        __base__=Schema,
        __doc__="A page of the change feed.",
        items=(entry_list, Field(description="The entries, in ascending order of `sequence`.")),
        next=(str, Field(description="The `since` of the next request.")),
        head=(
            str,
            Field(description="The end of the log; equal to `next` on the last page."),
        ),
    )

    @router.get(
        "/changes",
        response={200: changes_type, 409: Problem} | PROBLEMS,
        summary="Follow the changes",
        tags=["replication"],
    )
    @strict
    def list_changes(request: HttpRequest, query: Query[ChangesParameters]) -> HttpResponse:
        """Returns documents and tombstones in the order of their sequence numbers, only the latest
        entry of each page.

        Responds with 409 if `since` belongs to another log: then copy `/export` again."""
        return replication.changes_response(request, query.since, query.limit)

    @router.get(
        "/export",
        response={200: contract.any_line()} | PROBLEMS,
        openapi_extra={"x-lines": True},
        summary="Export all documents",
        tags=["replication"],
    )
    @strict
    def export(request: HttpRequest, query: Query[ExportParameters]) -> HttpResponseBase:
        """Streams NDJSON; each line is an `ExportLine`, between them one document per line. The
        first line has the `next` to continue with at `/changes`. Without a last line of type `end`
        the export is incomplete."""
        return replication.export_response(query.locale)

    @router.post(
        "/verify",
        response={200: list[replication.Verdict], 413: Problem} | PROBLEMS,
        summary="Verify copies of documents",
        tags=["replication"],
    )
    @strict
    def verify(request: HttpRequest, copies: Copies) -> HttpResponse:
        """Returns, for each id and digest, whether the copy is current, stale, withdrawn or
        unknown."""
        verdicts = replication.verdicts(copies)
        body = dumps([verdict.model_dump(mode="json") for verdict in verdicts])
        return HttpResponse(body, content_type="application/json; charset=utf-8")

    return router
