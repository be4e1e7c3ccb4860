"""The sitemap of public pages with their language alternates, and robots.txt."""

import json
from collections import defaultdict
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from govlab.delivery.documents.queries import live_documents
from govlab.delivery.models import Document
from govlab.delivery.site_address import absolute


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    groups: dict[UUID, list[Document]] = defaultdict(list)
    documents = live_documents().order_by("tree_path")
    for document in documents.only("locale", "translation_key", "updated_at", "card_json"):
        groups[document.translation_key].append(document)
    entries = [
        {
            "url": _url(document),
            "changed": document.updated_at,
            "alternates": [{"language": other.locale, "url": _url(other)} for other in group],
        }
        for group in groups.values()
        for document in group
    ]
    return render(
        request, "website/sitemap.xml", {"entries": entries}, content_type="application/xml"
    )


def _url(document: Document) -> str:
    return str(json.loads(document.card_json)["url"])


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        f"Sitemap: {absolute('/sitemap.xml')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
