"""The search page, without the layout that the website adds."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _

from govlab.delivery.numbers import whole_number
from govlab.limits.clients import client_of
from govlab.limits.rates import Limit, count_client
from search import service
from search.presentation.documents import FoundDocument, FoundDocuments
from search.query.facets import search_facets
from search.query.search_query import MAX_RESULT_WINDOW, Choices
from search.service import SearchResponse
from search.text.words import words

from .facets import chosen_in, narrowing, query_string
from .forms import SearchForm

SEARCHES = Limit("search", "GOVLAB_SEARCHES_PER_MINUTE", 60)
PAGE_SIZE = 10
MAX_PAGE = MAX_RESULT_WINDOW // PAGE_SIZE
# The number of titles to show for another language.
MAX_TITLES = 3
# The headings of results in other languages.
IN_LANGUAGE = {"lv": gettext_lazy("In Latvian"), "en": gettext_lazy("In English")}


@dataclass(frozen=True)
class OtherLanguage:
    """The results in another language of the site."""

    locale: str
    label: str | Promise
    total: int
    results: list[FoundDocument]
    url: str


def search_context(request: HttpRequest) -> dict[str, Any]:
    """Return the context of `search/search.html`. Raises Http404 for a page of results that does
    not exist, and TooManyRequests."""
    form = SearchForm(request.GET if "q" in request.GET else None)
    chosen = chosen_in(request.GET)
    asked = form.cleaned_data["q"].strip() if form.is_bound and form.is_valid() else ""
    # The values of the other facets are slugs and pages of one language.
    shared = {facet.name: chosen[facet.name] for facet in search_facets() if facet.shared}
    searched = not form.errors and bool(asked or any(chosen.values()))
    context: dict[str, Any] = {
        "form": form,
        "words": asked,
        "focus": not searched,
        "shared_query": query_string(asked, shared),
    }
    if searched:
        context |= _searched(request, asked, chosen)
    return context


def _searched(request: HttpRequest, asked: str, chosen: Choices) -> dict[str, Any]:
    page = whole_number(request.GET.get("page", "1"))
    if page is None or not 1 <= page <= MAX_PAGE:
        raise Http404(_("The list does not have this page."))
    count_client(SEARCHES, request)
    locale = get_language() or ""
    response = service.search(
        asked, locale, chosen, page=page, size=PAGE_SIZE, client=client_of(request)
    )
    pages = Paginator(range(min(response.results.total, MAX_RESULT_WINDOW)), PAGE_SIZE)
    if page > pages.num_pages:
        raise Http404(_("The list does not have this page."))
    facets, chips = narrowing(response.results, chosen, asked, locale, response.state)
    documents = _documents(response)
    return {
        "response": response,
        "result_page": pages.page(page),
        "results": documents.of(response.results.pages, response.query),
        "facets": facets,
        "chips": chips,
        "clear_query": query_string(asked, {}),
        "plain_query": _plain_query(response, chosen),
        "other_languages": list(_other_languages(response, documents)),
        **_correction(response, chosen, documents),
    }


def _plain_query(response: SearchResponse, chosen: Choices) -> str:
    """Return the query string of the same words without quotes and exclusions; empty if it has
    none."""
    query = response.query
    if query.syntax.is_plain:
        return ""
    return query_string(" ".join(words(query.syntax.text, query.locale)), chosen)


def _documents(response: SearchResponse) -> FoundDocuments:
    """Read the documents of everything that is shown."""
    found = FoundDocuments()
    pages, queries = [*response.results.pages], [response.query]
    if response.corrected_results and response.corrected_query:
        pages += response.corrected_results.pages
        queries.append(response.corrected_query)
    for other in response.other_languages:
        pages += _titles(other)
        queries.append(other.query)
    found.read(pages, queries)
    return found


def _correction(
    response: SearchResponse, chosen: Choices, documents: FoundDocuments
) -> dict[str, Any]:
    if response.correction is None:
        return {}
    better, query = response.corrected_results, response.corrected_query
    return {
        "correction_query": query_string(response.correction.text, chosen),
        "corrected": documents.of(better.pages, query) if better and query else [],
    }


def _other_languages(
    response: SearchResponse, documents: FoundDocuments
) -> Iterator[OtherLanguage]:
    for other in response.other_languages:
        with override(other.locale):
            url = f"{reverse('search')}?{query_string(response.query.text, {})}"
        yield OtherLanguage(
            other.locale,
            IN_LANGUAGE.get(other.locale, other.locale),
            other.results.total,
            documents.of(_titles(other), other.query, excerpts=False),
            url,
        )


def _titles(other: service.OtherLanguage) -> tuple[int, ...]:
    return other.results.pages[:MAX_TITLES]
