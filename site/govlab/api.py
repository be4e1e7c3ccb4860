"""The public API: the Ninja instance, how errors become problems, and the routers."""

from django.http import Http404, HttpRequest, HttpResponse
from ninja.errors import HttpError, ValidationError

from govlab.delivery.api.openapi import ContractAPI, cached
from govlab.delivery.api.problems import (
    ProblemError,
    from_validation,
    invalid,
    not_found,
    problem_response,
)
from govlab.delivery.api.routers import make_router
from search.api.router import make_router as make_search_router

VERSION = "1.0.0"
TAGS = [
    {"name": "service", "description": "What there is, and where."},
    {"name": "lists", "description": "Documents by filters, a page at a time."},
    {"name": "documents", "description": "One document, or one page in all its languages."},
    {"name": "search", "description": "Find documents by words; suggest while a reader types."},
    {"name": "site", "description": "Menus and terms."},
    {"name": "replication", "description": "Copy everything, follow the changes, check a copy."},
]

api = ContractAPI(
    title="Inovācijas laboratorija: published content",
    version=VERSION,
    description=(
        "What the site shows, complete and resolved, for other portals. Read-only and open. Copy "
        "everything once with `/export`, then follow `/changes`."
    ),
    urls_namespace="api-v1",
    docs_url="/docs",
    docs_decorator=cached,
    servers=[{"url": "/"}],
    openapi_extra={"tags": TAGS},
)


@api.exception_handler(ProblemError)
def _problem(request: HttpRequest, error: ProblemError) -> HttpResponse:
    return problem_response(error)


@api.exception_handler(ValidationError)
def _validation(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return problem_response(from_validation(error.errors))


@api.exception_handler(HttpError)
def _http(request: HttpRequest, error: HttpError) -> HttpResponse:
    if error.status_code == 400:  # What Ninja says of a body that is no JSON.
        return problem_response(invalid("body", "Is not JSON in UTF-8."))
    return problem_response(ProblemError(error.status_code, "Unusable request", str(error)))


@api.exception_handler(Http404)
def _not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    return problem_response(not_found("There is nothing here."))


api.add_router("", make_router(VERSION))
api.add_router("", make_search_router())
