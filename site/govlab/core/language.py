from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request


def preferred_language(request: HttpRequest) -> HttpResponse:
    """Sends a reader of `/` to the language their browser prefers; Latvian if it says none."""
    response = redirect(f"/{get_language_from_request(request)}/")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response
