"""The service document, the entry point of the API."""

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from ... import conf
from ...documents.canonical import dumps
from ...documents.registry import document_types
from ...documents.vocabularies import vocabularies
from ...languages import content_languages, default_language
from ...log.cursors import LogCursor
from ...schemas.base import Schema
from ...site_address import absolute
from ..parameters import strict
from ..responses import REVALIDATE, digest_of, json_response, log_state
from ..root import api_root
from ..sections import sections
from .common import PROBLEMS


class Service(Schema):
    """The service document: what the API offers, and where."""

    name: str = Field(description="The name of the site.")
    version: str = Field(description="The version of the contract, as a semantic version.")
    locales: list[str] = Field(description="The languages of the site, as BCP 47 tags.")
    default_locale: str = Field(
        description="The language that others are translated from, as a BCP 47 tag."
    )
    types: list[str] = Field(description="The possible values of `type` of documents.")
    collections: list[str] = Field(description="The names of the lists of a single type.")
    vocabularies: list[str] = Field(description="The names of the vocabularies; see `/terms`.")
    head: str = Field(description="The current end of the log, a `since` for `/changes`.")
    links: dict[str, str] = Field(
        description="The absolute URLs of the operations, by the names of their paths."
    )


def make_service() -> Router:
    router = Router()

    @router.get(
        "/",
        response={200: Service} | PROBLEMS,
        summary="Get the service document",
        tags=["service"],
    )
    @strict
    def get_service(request: HttpRequest) -> HttpResponse:
        """Returns what the API offers, and where."""
        state = log_state(request)
        base = absolute(api_root())
        paths = [
            *(link for section in sections() for link in section.links()),
            "openapi.json",
            "docs",
        ]
        body = dumps(
            Service(
                name=conf.site_name(),
                version=conf.api_version(),
                locales=content_languages(),
                default_locale=default_language(),
                types=[kind.name for kind in document_types()],
                collections=[kind.collection for kind in document_types() if kind.collection],
                vocabularies=sorted(vocabularies()),
                head=str(LogCursor(state.epoch, state.sequence)),
                links={path: base + path for path in paths},
            ).model_dump(mode="json")
        )
        return json_response(
            request, etag=digest_of([body]), body=lambda: body, cache_control=REVALIDATE
        )

    return router
