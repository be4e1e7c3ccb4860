"""The search page, over the database backend that Wagtail keeps current."""

import re
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Locale, Page

from govlab.delivery.public import public_pages

from .forms import SearchForm

PAGE_SIZE = 10


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET if "q" in request.GET else None)
    words = ""
    if form.is_bound and form.is_valid():
        # Letters and digits only: what else people type is query syntax to some databases.
        words = " ".join(re.findall(r"\w+", form.cleaned_data["q"]))
    results: Any = []
    if words:
        # As a subquery: search backends do not take the conditions of “public” themselves.
        pages: Any = Page.objects.filter(pk__in=public_pages().values("pk")).specific()
        pages = pages.filter(locale=Locale.get_active())
        paginator = Paginator(pages.search(words, operator="and"), PAGE_SIZE)
        number = request.GET.get("page", "1")
        if not number.isdigit() or not 1 <= int(number) <= paginator.num_pages:
            raise Http404(_("There is no such page of the list."))
        results = paginator.page(int(number))
    return render(
        request,
        "search/search.html",
        {"form": form, "words": words, "results": results},
    )
