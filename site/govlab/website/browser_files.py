"""What browsers read beside pages: how to search the site, and how to show it among programs."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from govlab.core.language_middleware import in_no_language
from govlab.delivery.site_address import absolute

from .icons import SIZES

# The colours of the site's ground, light and dark.
LIGHT, DARK = "#FBF7EF", "#0E1512"
_SECONDS = 86_400


@require_safe
def opensearch(request: HttpRequest) -> HttpResponse:
    """An OpenSearch 1.1 description, in the language of the address."""
    context = {
        "search": absolute(reverse("search")),
        "own": absolute(reverse("opensearch")),
        "icon": absolute(static("govlab/icons/favicon.ico")),
    }
    response = render(
        request,
        "website/opensearch.xml",
        context,
        content_type="application/opensearchdescription+xml; charset=utf-8",
    )
    return _cached(response)


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """A web application manifest, in the language of the address."""
    language = get_language() or ""
    icons = [
        {
            "src": static(f"govlab/icons/icon-{size}.png"),
            "sizes": f"{size}x{size}",
            "type": "image/png",
        }
        for size in SIZES
    ]
    maskable = {
        "src": static("govlab/icons/maskable-512.png"),
        "sizes": "512x512",
        "type": "image/png",
        "purpose": "maskable",
    }
    response = JsonResponse(
        {
            "name": gettext("Innovation Laboratory"),
            "short_name": "GovLabLatvia",
            "lang": language,
            "start_url": f"/{language}/",
            "scope": "/",
            "display": "minimal-ui",
            "background_color": LIGHT,
            "theme_color": LIGHT,
            "icons": [*icons, maskable],
        },
        content_type="application/manifest+json",
        json_dumps_params={"ensure_ascii": False},
    )
    return _cached(response)


@require_safe
def icon(request: HttpRequest, name: str) -> HttpResponse:
    """Redirect to the icon's own address, which changes with its content."""
    return in_no_language(_cached(redirect(static(f"govlab/icons/{name}"))))


def _cached(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = f"public, max-age={_SECONDS}"
    return response
