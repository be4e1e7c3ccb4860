"""The service document: where a client starts."""

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
    name: str
    version: str = Field(description="Of the contract.")
    locales: list[str]
    default_locale: str = Field(description="The language that others are translated from.")
    types: list[str] = Field(description="What `type` of a document may be.")
    collections: list[str] = Field(description="Types that have a list of their own.")
    vocabularies: list[str] = Field(description="For `/terms/{vocabulary}`.")
    head: str = Field(description="Where the log ends now, as the `next` of `/changes` says it.")
    links: dict[str, str] = Field(description="Name of a call → its address.")


def make_service() -> Router:
    router = Router()

    @router.get(
        "/", response={200: Service} | PROBLEMS, summary="Service document", tags=["service"]
    )
    @strict
    def get_service(request: HttpRequest) -> HttpResponse:
        """What there is, and where."""
        state = log_state(request)
        base = absolute(api_root())
        calls = [
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
                links={call: base + call for call in calls},
            ).model_dump(mode="json")
        )
        return json_response(
            request, etag=digest_of([body]), body=lambda: body, cache_control=REVALIDATE
        )

    return router
