from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from wagtail.models import Site

from .translation.states import public_translations


def preferred_language(request: HttpRequest) -> HttpResponse:
    """Sends a reader of `/` to the language their browser prefers; to Latvian if it says none, or
    one whose front page is not public."""
    site = Site.find_for_request(request)
    language = get_language_from_request(request)
    if site and language not in public_translations(site.root_page):
        language = settings.LANGUAGE_CODE
    response = redirect(f"/{language}/")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response
