"""The search page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from govlab.security import limits

from . import asking
from .asking import Outcome
from .facets import chosen_in, narrowing, query
from .forms import SearchForm
from .labels import IN_LANGUAGE
from .question import Choices
from .results import Result, results

PAGE_SIZE = 10
# Elasticsearch gives no more than its first 10,000 results, and fails where it is asked for more.
MOST_PAGES = 1_000
# Of what is found in another language so many titles are shown.
ELSEWHERE_SHOWN = 3
# What chosen values mean in every language; the others are slugs and pages of one.
SHARED_FACETS = ("type", "kind", "stage", "year")


@dataclass(frozen=True)
class ElsewhereShown:
    """What another language of the site has."""

    locale: str
    label: str | Promise
    total: int
    results: list[Result]
    url: str


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET if "q" in request.GET else None)
    chosen = chosen_in(request.GET)
    words = form.cleaned_data["q"].strip() if form.is_bound and form.is_valid() else ""
    shared = {name: chosen[name] for name in SHARED_FACETS}
    asked = not form.errors and bool(words or any(chosen.values()))
    context: dict[str, Any] = {
        "form": form,
        "words": words,
        "focus": not asked,
        "shared_query": query(words, shared),
    }
    if asked:
        context |= _answered(request, words, chosen, request.GET.get("page", "1"))
    return render(request, "search/search.html", context)


def _answered(request: HttpRequest, words: str, chosen: Choices, number: str) -> dict[str, Any]:
    if not (number.isascii() and number.isdigit() and 0 < int(number[:9]) <= MOST_PAGES):
        raise Http404(_("There is no such page of the list."))
    limits.count_client(limits.SEARCH, request)
    locale = get_language() or ""
    outcome = asking.answer(words, locale, chosen, page=int(number), size=PAGE_SIZE)
    pages = Paginator(range(min(outcome.answer.total, MOST_PAGES * PAGE_SIZE)), PAGE_SIZE)
    if outcome.question.page > pages.num_pages:
        raise Http404(_("There is no such page of the list."))
    facets, chips = narrowing(outcome.answer, chosen, words, locale)
    return {
        "outcome": outcome,
        "result_page": pages.page(outcome.question.page),
        "results": results(outcome.answer.hits, locale),
        "facets": facets,
        "chips": chips,
        "clear_query": query(words, {}),
        "elsewhere": list(_elsewhere(outcome)),
        **_correction(outcome, chosen),
    }


def _correction(outcome: Outcome, chosen: Choices) -> dict[str, Any]:
    if outcome.correction is None:
        return {}
    answer = outcome.corrected
    return {
        "correction_query": query(outcome.correction.text, chosen),
        "corrected": results(answer.hits, outcome.question.locale) if answer else [],
    }


def _elsewhere(outcome: Outcome) -> Iterator[ElsewhereShown]:
    for other in outcome.elsewhere:
        with override(other.locale):
            url = f"{reverse('search')}?{query(outcome.question.text, {})}"
        yield ElsewhereShown(
            other.locale,
            IN_LANGUAGE.get(other.locale, other.locale),
            other.answer.total,
            results(other.answer.hits[:ELSEWHERE_SHOWN], other.locale),
            url,
        )
