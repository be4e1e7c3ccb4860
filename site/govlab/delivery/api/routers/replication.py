"""Copying the site: export, changes, verify."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from ninja import Body, Query, Router
from pydantic import Field, create_model

from ...documents.canonical import dumps
from ...log.cursors import LONGEST
from ...schemas.base import Schema
from .. import contract, replication
from ..parameters import MAX_LIMIT, LocaleCode, Parameters, Text, strict
from ..problems import Problem
from .common import PROBLEMS


class ChangesParameters(Parameters):
    since: Text = Field(
        "0",
        max_length=LONGEST,
        description="The `next` of the page before, or of an export; 0 for everything.",
        examples=["3f9a1c07b2de-108"],
    )
    limit: int = Field(MAX_LIMIT, ge=1, le=MAX_LIMIT, description="Entries at most.")


class ExportParameters(Parameters):
    locale: LocaleCode | None = Field(None, description="All languages where it is left out.")


# In the type, so that reading stops at the first that is too many.
Copies = Annotated[list[replication.Copy], Body(max_length=replication.VERIFY_LIMIT)]


def make_replication() -> Router:
    router = Router()
    entries: Any = contract.any_entry()
    entry_list: Any = list[entries]
    changes_type = create_model(
        "Changes",
        __base__=Schema,
        items=(entry_list, ...),
        next=(str, Field(description="The `since` of the next call.")),
        head=(
            str,
            Field(description="Where the log ends. It equals `next` when nothing is missing."),
        ),
    )

    @router.get(
        "/changes",
        response={200: changes_type, 409: Problem} | PROBLEMS,
        summary="The feed",
        tags=["replication"],
    )
    @strict
    def list_changes(request: HttpRequest, query: Query[ChangesParameters]) -> HttpResponse:
        """Documents and tombstones in the order of their sequence, each page's latest only.

        409 says that `since` belongs to another log: copy `/export` again."""
        return replication.changes_response(request, query.since, query.limit)

    @router.get(
        "/export",
        response={200: contract.any_line()} | PROBLEMS,
        openapi_extra={"x-lines": True},
        summary="Everything, a document a line",
        tags=["replication"],
    )
    @strict
    def export(request: HttpRequest, query: Query[ExportParameters]) -> HttpResponseBase:
        """Each line is an `ExportLine`. The first holds the `next` to continue from with
        `/changes`; without a last line of type `end` the copy is not whole."""
        return replication.export_response(query.locale)

    @router.post(
        "/verify",
        response={200: list[replication.Verdict], 413: Problem} | PROBLEMS,
        summary="Check a copy",
        tags=["replication"],
    )
    @strict
    def verify(request: HttpRequest, copies: Copies) -> HttpResponse:
        """For each id and digest: current, stale, withdrawn or unknown."""
        verdicts = replication.verdicts(copies)
        body = dumps([verdict.model_dump(mode="json") for verdict in verdicts])
        return HttpResponse(body, content_type="application/json; charset=utf-8")

    return router
