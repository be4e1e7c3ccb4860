"""The site itself, and how to reach who publishes it."""

import json

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from govlab.core.schemas.contacts import Contacts
from govlab.delivery.api.parameters import strict
from govlab.delivery.api.problems import not_found
from govlab.delivery.api.responses import digest_of, json_response
from govlab.delivery.api.routers.common import MISSING, PROBLEMS, LocaleParameters
from govlab.delivery.documents.canonical import dumps
from govlab.delivery.documents.queries import live_documents
from govlab.delivery.documents.registry import document_types
from govlab.delivery.schemas.base import Schema


class SiteRecord(Schema):
    """The site in one language. All of it comes from the document of the front page."""

    locale: str = Field(description="The language, as a BCP 47 tag.", examples=["lv"])
    title: str = Field(description="The title of the front page, as plain text.")
    url: str = Field(description="The absolute URL of the front page.")
    sequence: int = Field(
        description="The sequence number of the front page's latest change; see `/changes`."
    )
    contacts: Contacts | None = Field(
        description="How to reach the publisher; null if nobody has entered it."
    )


def add_site(router: Router) -> None:
    @router.get(
        "/site",
        response={200: SiteRecord} | MISSING | PROBLEMS,
        summary="Get the site's contacts",
        tags=["contact"],
    )
    @strict
    def get_site(request: HttpRequest, query: Query[LocaleParameters]) -> HttpResponse:
        """Returns the name of the site and how to reach who publishes it. The document of the front
        page has the same `contacts`, so `/changes` says when they changed."""
        front_types = [kind.name for kind in document_types() if kind.is_front]
        rows = live_documents(locale=query.locale).filter(type__in=front_types)
        text = rows.order_by("tree_path").values_list("json", flat=True).first()
        if text is None:
            raise not_found(f"The front page in “{query.locale}” is not public.")
        front = json.loads(text)
        record = {name: front.get(name) for name in SiteRecord.model_fields}
        body = dumps(record)
        return json_response(
            request,
            etag=digest_of([body]),
            body=lambda: body,
            language=query.locale,
            keys=["documents"],
        )
