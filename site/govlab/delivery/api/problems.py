"""Errors as RFC 9457 problems: what is wrong, and what to do about it."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from pydantic import Field

from govlab.limits.rates import TooManyRequests

from ..documents.canonical import dumps
from ..schemas.base import Schema

MEDIA_TYPE = "application/problem+json"

# Where everything is wrong, the first few say as much as all; and what a client calls a parameter
# may be as long as what it sends.
MOST_ERRORS = 20
LONGEST_NAME = 200


class ParameterError(Schema):
    """One unusable parameter, or a place in the body."""

    parameter: str
    message: str


class Problem(Schema):
    """Why there is no other answer (RFC 9457)."""

    type: str = Field(default="about:blank", description="`title` and `status` say what it is.")
    title: str
    status: int
    detail: str = Field(description="What is wrong here, and what to do about it.")
    errors: list[ParameterError] = Field(
        default=[], description="One an unusable parameter; empty for other problems."
    )


class ProblemError(Exception):
    """Raised anywhere while answering; becomes the answer."""

    def __init__(
        self,
        status: int,
        title: str,
        detail: str,
        *,
        errors: Sequence[ParameterError] = (),
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.problem = Problem(title=title, status=status, detail=detail, errors=list(errors))
        self.headers = headers or {}


def invalid(parameter: str, message: str) -> ProblemError:
    return invalid_all([ParameterError(parameter=parameter, message=message)])


def invalid_all(errors: Sequence[ParameterError]) -> ProblemError:
    told = [
        ParameterError(parameter=error.parameter[:LONGEST_NAME], message=error.message)
        for error in errors[:MOST_ERRORS]
    ]
    detail = " ".join(f"{error.parameter}: {error.message}" for error in told)
    return ProblemError(422, "Unusable parameters", detail, errors=told)


def not_found(detail: str) -> ProblemError:
    return ProblemError(404, "Not found", detail)


def too_many(error: TooManyRequests) -> ProblemError:
    return ProblemError(
        429,
        "Too many requests",
        f"{error.limit.times} requests a minute are answered. Ask again in {error.retry_after} "
        "seconds; to copy everything, one request to /export is enough.",
        headers={"Retry-After": str(error.retry_after)},
    )


def problem_response(error: ProblemError) -> HttpResponse:
    body = dumps(error.problem.model_dump(mode="json"))
    response = HttpResponse(body, status=error.problem.status, content_type=MEDIA_TYPE)
    response["Cache-Control"] = "no-store"
    for name, value in error.headers.items():
        response[name] = value
    return response


def from_validation(errors: Sequence[dict[str, Any]]) -> ProblemError:
    """From the errors that Ninja collects: `loc` is where from, then the parameter's name."""
    return invalid_all(
        [
            ParameterError(
                parameter=".".join(str(part) for part in error["loc"][1:] if part != "query")
                or "body",
                message=str(error["msg"]),
            )
            for error in errors
        ]
    )
