from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import get_script_prefix
from django.utils import translation
from django.views.decorators.http import require_GET
from wagtail.models import Page

from govlab.delivery.languages import language_of_path


@require_GET
def userbar(request: HttpRequest) -> HttpResponse:
    """Return the bar for the page at `path`. Its items check the rights of the account."""
    page = page_at(request, request.GET.get("path", ""))
    return render(request, "editing/userbar.html", {"page": page})


def page_at(request: HttpRequest, path: str) -> Page | None:
    """Return the page that the path shows; None for search, errors and what is not public."""
    language = language_of_path(path)
    prefix = f"{get_script_prefix()}{language}/"
    if not path.startswith(prefix):
        return None
    with translation.override(language):
        found: Page | None = Page.find_for_request(  # type: ignore[attr-defined]
            request, path.removeprefix(prefix)
        )
        return found
