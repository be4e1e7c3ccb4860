"""Reporting a problem from a portal, by the same rule as on the site."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import override
from ninja import Body, Router
from pydantic import Field

from govlab.delivery.api.parameters import LocaleCode, strict
from govlab.delivery.api.problems import ParameterError, ProblemError, invalid_all
from govlab.delivery.api.problems import Problem as ApiProblem
from govlab.delivery.api.responses import MEDIA_TYPE
from govlab.delivery.api.routers.common import PROBLEMS
from govlab.delivery.documents.canonical import dumps
from govlab.delivery.schemas.base import Schema
from govlab.limits.clients import client_of
from govlab.limits.rates import TooManyRequests

from ..models import ProblemSource
from ..problems import form as rules
from ..problems.submission import submit


class ReportedProblem(Schema):
    """A problem that a reader reports."""

    locale: LocaleCode = Field(description="The language of the text, as a BCP 47 tag.")
    problem: str = Field(
        description="What does not work, as plain text.",
        min_length=rules.SHORTEST_PROBLEM,
        max_length=rules.LONGEST_PROBLEM,
    )
    affected: str = Field(
        "", description="Whom it affects, as plain text.", max_length=rules.LONGEST_AFFECTED
    )
    institution: str = Field(
        "", description="The institution that it is about.", max_length=rules.LONGEST_INSTITUTION
    )
    name: str = Field("", description="The reader's name.", max_length=rules.LONGEST_NAME)
    email: str = Field(
        "",
        description="The reader's e-mail address, if they want an answer.",
        max_length=rules.LONGEST_EMAIL,
    )
    consent: bool = Field(
        description="Whether the reader agrees that the text is stored until `delete_on` of the "
        "response. Without consent nothing is stored."
    )
    submission: UUID | None = Field(
        None,
        description="A key of the client's own; a problem that is sent twice under one key is "
        "stored once.",
    )


class Receipt(Schema):
    """The confirmation that a problem was stored."""

    reference: str = Field(
        description="The reference number to tell the reader.", examples=["P-2026-K7RD4M"]
    )
    received_at: datetime = Field(description="The time of receipt, in ISO 8601, UTC.")
    delete_on: date = Field(description="The last day on which it is stored, in ISO 8601.")


def _too_many(error: TooManyRequests) -> ProblemError:
    return ProblemError(
        429,
        "Too many requests",
        f"The limit is {error.limit.times} problems per hour. Try again in {error.retry_after} "
        "seconds.",
        headers={"Retry-After": str(error.retry_after)},
    )


def add_problems(router: Router) -> None:
    @router.post(
        "/problems",
        response={201: Receipt, 400: ApiProblem, 413: ApiProblem} | PROBLEMS,
        summary="Report a problem",
        tags=["contact"],
    )
    @strict
    def report_problem(
        request: HttpRequest, reported: Annotated[ReportedProblem, Body()]
    ) -> HttpResponse:
        """Stores a problem that a reader tells the laboratory, and returns its reference number.
        The limit is a few problems from one client in an hour: a portal should not forward more."""
        with override("en"):
            form = rules.ProblemForm(reported.model_dump())
            if not form.is_valid():
                raise invalid_all(
                    [
                        ParameterError(parameter=name, message=" ".join(map(str, messages)))
                        for name, messages in form.errors.items()
                    ]
                )
        try:
            stored = submit(
                form,
                locale=str(reported.locale),
                source=ProblemSource.API,
                client=client_of(request),
                submission=reported.submission,
            )
        except TooManyRequests as error:
            raise _too_many(error) from error
        receipt = Receipt(
            reference=stored.reference, received_at=stored.received_at, delete_on=stored.delete_on
        )
        body = dumps(receipt.model_dump(mode="json"))
        response = HttpResponse(body, status=201, content_type=MEDIA_TYPE)
        response["Cache-Control"] = "no-store"
        return response
