"""The search page."""

import json
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from govlab.delivery.models import Document

from .answers import Answer, Hit
from .choice import ask
from .forms import SearchForm
from .labels import FACET_NAMES, value_labels
from .question import Question

PAGE_SIZE = 10


@dataclass(frozen=True)
class Result:
    """A found page with what its public form says of it."""

    title: SafeString
    excerpt: SafeString
    path: str
    type_label: str
    is_sample: bool


@dataclass(frozen=True)
class FacetLink:
    label: str
    count: int
    chosen: bool
    # Adds the value to the question, or takes it away again.
    query: str


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET if "q" in request.GET else None)
    context: dict[str, Any] = {"form": form, "words": ""}
    if form.is_bound and form.is_valid() and (words := form.cleaned_data["q"].strip()):
        context |= _answered(request, words)
    return render(request, "search/search.html", context)


def _answered(request: HttpRequest, words: str) -> dict[str, Any]:
    locale = get_language() or ""
    chosen = {name: tuple(filter(None, request.GET.getlist(name))) for name in FACET_NAMES}
    number = request.GET.get("page", "1")
    if not (number.isascii() and number.isdigit() and 0 < int(number[:9]) < 10**6):
        raise Http404(_("There is no such page of the list."))
    question = Question(words, locale, chosen, page=int(number), size=PAGE_SIZE)
    answer = ask(lambda engine: engine.search(question)).value
    pages = Paginator(range(answer.total), PAGE_SIZE)
    if question.page > pages.num_pages:
        raise Http404(_("There is no such page of the list."))
    return {
        "words": words,
        "total": answer.total,
        "result_page": pages.page(question.page),
        "results": _results(answer.hits, locale),
        "facets": _facets(request, answer, chosen, locale),
        "chosen": any(chosen.values()),
    }


def _results(hits: tuple[Hit, ...], locale: str) -> list[Result]:
    rows = Document.objects.filter(pk__in=[hit.page_id for hit in hits], live=True)
    documents = {pk: json.loads(text) for pk, text in rows.values_list("pk", "summary_json")}
    types = value_labels("type", (), locale)
    return [
        Result(
            title=mark_safe(hit.title_html),  # noqa: S308  escaped where it was marked
            excerpt=mark_safe(hit.excerpt_html),  # noqa: S308
            path=document["path"],
            type_label=types.get(document["type"], ""),
            is_sample=document["is_sample"],
        )
        for hit in hits
        if (document := documents.get(hit.page_id))
    ]


def _facets(
    request: HttpRequest, answer: Answer, chosen: dict[str, tuple[str, ...]], locale: str
) -> list[tuple[str, list[FacetLink]]]:
    """Facet labels with links, those that would change something."""
    shown = []
    for name, heading in FACET_NAMES.items():
        counts = answer.facets[name]
        labels = value_labels(name, [value for value, _ in counts], locale)
        links = [
            FacetLink(
                labels[value],
                count,
                value in chosen[name],
                _toggled(request, name, value, chosen[name]),
            )
            for value, count in counts
            if value in labels
        ]
        if len(links) > 1 or any(link.chosen for link in links):
            shown.append((str(heading), links))
    return shown


def _toggled(request: HttpRequest, name: str, value: str, chosen: tuple[str, ...]) -> str:
    query = request.GET.copy()
    query.pop("page", None)
    others = [other for other in chosen if other != value]
    query.setlist(name, others if value in chosen else [*others, value])
    return query.urlencode()
