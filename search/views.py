"""The search page, over the database backend that Wagtail keeps current."""

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
    words = form.cleaned_data["q"].strip() if form.is_bound and form.is_valid() else ""
    results = Page.objects.none()
    if words:
        pages = public_pages().filter(locale=Locale.get_active(), depth__gt=2)
        found = pages.search(words, operator="and")
        paginator = Paginator(found, PAGE_SIZE)
        number = request.GET.get("page", "1")
        if not number.isdigit() or not 1 <= int(number) <= paginator.num_pages:
            raise Http404(_("There is no such page of the list."))
        results = paginator.page(int(number))
    specific = (
        Page.objects.filter(pk__in=[page.pk for page in results]).specific() if words else []
    )
    by_pk = {page.pk: page for page in specific}
    ordered = [by_pk[page.pk] for page in results] if words else []
    return render(
        request, "search/search.html", {"form": form, "words": words, "results": results, "pages": ordered}
    )
