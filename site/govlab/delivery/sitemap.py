"""The map of public pages for search engines, with each page's other languages."""

from collections import defaultdict

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from govlab.core.public import public_pages


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    groups: dict[object, list[Page]] = defaultdict(list)
    for page in public_pages().select_related("locale").order_by("path"):
        groups[page.translation_key].append(page)
    entries = [
        {
            "url": page.get_full_url(request),
            "changed": page.last_published_at,
            "alternates": [
                {"language": other.locale.language_code, "url": other.get_full_url(request)}
                for other in group
            ],
        }
        for group in groups.values()
        for page in group
    ]
    return render(request, "sitemap.xml", {"entries": entries}, content_type="application/xml")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        f"Sitemap: {settings.WAGTAILADMIN_BASE_URL.rstrip('/')}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
