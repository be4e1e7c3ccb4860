"""Answers of the search calls as JSON: stored bytes put together, nothing parsed."""

from collections.abc import Iterator

from govlab.delivery.api.parameters import View
from govlab.delivery.documents.canonical import dumps
from govlab.delivery.models import Document
from govlab.delivery.schema.page import PageSummary

from ..answers import Answer
from ..asking import Outcome
from ..choice import Answered
from ..labels import value_labels
from ..results import Result, results
from . import shapes


def search_body(outcome: Outcome, view: View) -> str:
    question, found = outcome.question, outcome.answer
    better = outcome.correction
    rest = dumps(
        {
            "total": found.total,
            "page": question.page,
            "pages": -(-found.total // question.size),
            "partial": found.partial,
            "facets": [facet.model_dump() for facet in _facets(found, question.locale)],
            "did_you_mean": {"text": better.text, "html": better.html} if better else None,
            "elsewhere": [
                {"locale": other.locale, "total": other.answer.total} for other in outcome.elsewhere
            ],
            "engine": outcome.engine,
            "degraded": outcome.degraded,
        }
    )
    shown = results(found.hits, question.locale, whole=view is View.FULL)
    return f'{{"items":[{",".join(map(_item, shown))}],{rest[1:]}'


def _item(result: Result) -> str:
    marked = dumps({"title_html": result.title, "excerpt_html": result.excerpt})
    return f'{marked[:-1]},"document":{result.stored}}}'


def _facets(found: Answer, locale: str) -> Iterator[shapes.Facet]:
    for name, counts in found.facets.items():
        labels = value_labels(name, [value for value, _ in counts], locale)
        values = [
            shapes.FacetValue(value=value, label=labels[value], count=count)
            for value, count in counts
            if value in labels
        ]
        if values:
            yield shapes.Facet(name=name, values=values)


def suggest_body(answered: Answered[list[int]]) -> str:
    rows = Document.objects.filter(pk__in=answered.value, live=True)
    cards = dict(rows.values_list("pk", "summary_json"))
    items = [_suggestion(cards[page]) for page in answered.value if page in cards]
    return dumps(
        shapes.Suggestions(
            items=items, engine=answered.engine, degraded=answered.degraded
        ).model_dump(mode="json")
    )


def _suggestion(stored: str) -> shapes.Suggestion:
    document = PageSummary.model_validate_json(stored)
    return shapes.Suggestion.model_validate(
        document.model_dump(include=set(shapes.Suggestion.model_fields))
    )
