"""The service document: where a client starts."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from ...documents.canonical import dumps
from ...documents.registry import document_types
from ...documents.vocabularies import vocabularies
from ...log.cursors import LogCursor
from ...schemas.base import Schema
from ...site_address import absolute
from ..parameters import strict
from ..responses import REVALIDATE, digest_of, json_response, log_state
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


def add_service(router: Router, version: str) -> None:
    @router.get(
        "/", response={200: Service} | PROBLEMS, summary="Service document", tags=["service"]
    )
    @strict
    def get_service(request: HttpRequest) -> HttpResponse:
        """What there is, and where."""
        state = log_state(request)
        base = absolute("/api/v1/")
        collections = [kind.collection for kind in document_types() if kind.collection]
        calls = [
            "pages",
            *collections,
            "search",
            "suggest",
            "changes",
            "export",
            "openapi.json",
            "docs",
        ]
        body = dumps(
            Service(
                name=settings.WAGTAIL_SITE_NAME,
                version=version,
                locales=[code for code, _ in settings.LANGUAGES],
                default_locale=settings.LANGUAGE_CODE,
                types=[kind.name for kind in document_types()],
                collections=collections,
                vocabularies=sorted(vocabularies()),
                head=str(LogCursor(state.epoch, state.sequence)),
                links={call: base + call for call in calls},
            ).model_dump(mode="json")
        )
        return json_response(
            request, etag=digest_of([body]), body=lambda: body, cache_control=REVALIDATE
        )
