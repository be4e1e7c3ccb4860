"""The map of public pages for search engines, with each page's other languages."""

from collections import defaultdict

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from govlab.delivery.public import public_pages
from govlab.delivery.site_address import absolute, page_address


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    groups: dict[object, list[Page]] = defaultdict(list)
    for page in public_pages().select_related("locale").order_by("path"):
        groups[page.translation_key].append(page)
    entries = [
        {
            "url": page_address(page, request),
            "changed": page.last_published_at,
            "alternates": [
                {"language": other.locale.language_code, "url": page_address(other, request)}
                for other in group
            ],
        }
        for group in groups.values()
        for page in group
    ]
    return render(
        request, "website/sitemap.xml", {"entries": entries}, content_type="application/xml"
    )


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        f"Sitemap: {absolute('/sitemap.xml')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
