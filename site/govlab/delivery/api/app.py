"""The API itself: the Ninja instance, made of every section, and how errors become problems."""

from functools import cache

from django.apps import apps
from django.core.exceptions import AppRegistryNotReady
from django.http import Http404, HttpRequest, HttpResponse
from ninja.errors import HttpError, ValidationError

from .. import conf
from .openapi import ContractAPI, cached
from .problems import ProblemError, from_validation, invalid, not_found, problem_response
from .sections import sections


@cache
def api() -> ContractAPI:
    """Raises AppRegistryNotReady before every app has registered what it adds."""
    if not apps.ready:
        raise AppRegistryNotReady("The API is made of what apps register in their ready().")
    made = ContractAPI(
        title=conf.api_title(),
        version=conf.api_version(),
        description=conf.api_description(),
        urls_namespace="api-v1",
        docs_url="/docs",
        docs_decorator=cached,
        servers=[{"url": "/"}],
        openapi_extra={
            "tags": [
                {"name": section.tag, "description": section.description} for section in sections()
            ]
        },
    )
    _handle_errors(made)
    for section in sections():
        made.add_router("", section.make_router())
    return made


def _handle_errors(made: ContractAPI) -> None:
    @made.exception_handler(ProblemError)
    def _problem(request: HttpRequest, error: ProblemError) -> HttpResponse:
        return problem_response(error)

    @made.exception_handler(ValidationError)
    def _validation(request: HttpRequest, error: ValidationError) -> HttpResponse:
        return problem_response(from_validation(error.errors))

    @made.exception_handler(HttpError)
    def _http(request: HttpRequest, error: HttpError) -> HttpResponse:
        if error.status_code == 400:  # What Ninja says of a body that is no JSON.
            return problem_response(invalid("body", "Is not JSON in UTF-8."))
        return problem_response(ProblemError(error.status_code, "Unusable request", str(error)))

    @made.exception_handler(Http404)
    def _not_found(request: HttpRequest, error: Http404) -> HttpResponse:
        return problem_response(not_found("There is nothing here."))
