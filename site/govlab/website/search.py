"""The search page in the site's frame."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from search.website.page import search_context


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    return render(request, "website/search.html", search_context(request))
