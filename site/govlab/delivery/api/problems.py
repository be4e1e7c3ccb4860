"""Errors as RFC 9457 problem details."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from pydantic import Field

from govlab.limits.rates import TooManyRequests

from ..database_errors import RETRY_AFTER
from ..documents.canonical import dumps
from ..schemas.base import Schema

MEDIA_TYPE = "application/problem+json"

# Caps on the size of a problem: names of unknown parameters come from the client.
MOST_ERRORS = 20
LONGEST_NAME = 200


class ParameterError(Schema):
    """An invalid parameter, or an invalid value in the body."""

    parameter: str = Field(description="The name of the parameter, or the path within the body.")
    message: str = Field(description="What is wrong with it, in English.")


class Problem(Schema):
    """An error (RFC 9457 problem details)."""

    type: str = Field(
        default="about:blank",
        description="Always `about:blank`: `status` says what kind of problem it is.",
    )
    title: str = Field(description="The kind of problem, in English.")
    status: int = Field(description="The HTTP status code.")
    detail: str = Field(description="What is wrong and how to correct it, in English.")
    errors: list[ParameterError] = Field(
        default=[], description="The invalid parameters; empty for other problems."
    )


class ProblemError(Exception):
    """Aborts a request with a problem as the response."""

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
    listed = [
        ParameterError(parameter=error.parameter[:LONGEST_NAME], message=error.message)
        for error in errors[:MOST_ERRORS]
    ]
    detail = " ".join(f"{error.parameter}: {error.message.rstrip('.')}." for error in listed)
    return ProblemError(422, "Invalid parameters", detail, errors=listed)


def not_found(detail: str) -> ProblemError:
    return ProblemError(404, "Not found", detail)


def too_many(error: TooManyRequests) -> ProblemError:
    return ProblemError(
        429,
        "Too many requests",
        f"The limit is {error.limit.times} requests per minute. Try again in {error.retry_after} "
        "seconds. To copy all documents, use /export.",
        headers={"Retry-After": str(error.retry_after)},
    )


def server_error() -> ProblemError:
    return ProblemError(
        500, "Server error", "An unexpected error occurred. Please try again later."
    )


def unavailable() -> ProblemError:
    return ProblemError(
        503,
        "Unavailable",
        f"The database does not answer. Try again in {RETRY_AFTER} seconds.",
        headers={"Retry-After": str(RETRY_AFTER)},
    )


def problem_response(error: ProblemError) -> HttpResponse:
    body = dumps(error.problem.model_dump(mode="json"))
    response = HttpResponse(body, status=error.problem.status, content_type=MEDIA_TYPE)
    response["Cache-Control"] = "no-store"
    for name, value in error.headers.items():
        response[name] = value
    return response


def from_validation(errors: Sequence[dict[str, Any]]) -> ProblemError:
    """Convert the errors that Ninja collects; their `loc` is the source, then the name."""
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
