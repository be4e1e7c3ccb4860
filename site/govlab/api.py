"""The public API: the Ninja instance, its exception handlers and its routers."""

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
    {"name": "service", "description": "The entry point of the API."},
    {"name": "lists", "description": "Filtered, paginated lists of documents."},
    {"name": "documents", "description": "Single documents, and all languages of a page."},
    {"name": "search", "description": "Full-text search and autocomplete."},
    {"name": "site", "description": "The menus and the terms of the site."},
    {"name": "replication", "description": "Export, change feed and verification of copies."},
]

api = ContractAPI(
    title="Inovācijas laboratorija: published content",
    version=VERSION,
    description=(
        "The published content of the site, complete and resolved, for other portals. The API is "
        "public and read-only. To replicate the site, copy `/export` once, then follow `/changes`."
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
    if error.status_code == 400:  # Ninja's status for a body that is not JSON.
        return problem_response(invalid("body", "Must be JSON in UTF-8."))
    return problem_response(ProblemError(error.status_code, "Invalid request", str(error)))


@api.exception_handler(Http404)
def _not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    return problem_response(not_found("No operation has this path."))


api.add_router("", make_router(VERSION))
api.add_router("", make_search_router())
