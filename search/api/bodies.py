"""Response bodies as JSON: documents are put in as the log stores them, not parsed."""

from collections.abc import Iterator
from typing import NamedTuple

from govlab.delivery.api.parameters import View
from govlab.delivery.documents.canonical import dumps
from govlab.delivery.models import Document
from govlab.delivery.models.head import LogState
from govlab.delivery.schemas.page import PageSummary
from search.presentation.documents import FoundDocument, FoundDocuments
from search.query.facet_labels import labels_of
from search.query.facets import search_facets
from search.service import SearchResponse, SuggestResponse

from . import schemas


class SearchBody(NamedTuple):
    json: bytes
    # The state of the log that its documents are of; None if there are none.
    read_at: LogState | None


def search_body(response: SearchResponse, view: View) -> SearchBody:
    """The documents are read last, so everything is of their state if the log was in it before."""
    query, results = response.query, response.results
    better = response.correction
    rest = dumps(
        {
            "total": results.total,
            "page": query.page,
            "pages": -(-results.total // query.size),
            "partial": results.partial,
            "facets": [facet.model_dump() for facet in _facets(response)],
            "did_you_mean": {"text": better.text, "html": better.html} if better else None,
            "elsewhere": [
                {"locale": other.locale, "total": other.results.total}
                for other in response.other_languages
            ],
            "engine": response.engine,
            "degraded": response.degraded,
        }
    )
    documents = FoundDocuments(whole=view is View.FULL)
    documents.read(results.pages, [query])
    items = b",".join(map(_item, documents.of(results.pages, query)))
    return SearchBody(b"".join((b'{"items":[', items, b"],", rest[1:].encode())), documents.read_at)


def _item(found: FoundDocument) -> bytes:
    highlights = dumps(
        {
            "title_html": found.title,
            "excerpt_html": found.excerpt,
            "file": found.file or None,
        }
    )
    return b"".join((highlights[:-1].encode(), b',"document":', found.stored, b"}"))


def _facets(response: SearchResponse) -> Iterator[schemas.Facet]:
    results, locale = response.results, response.query.locale
    for facet in search_facets():
        counts = results.facets.get(facet.name, [])
        labels = labels_of(facet, [value for value, _ in counts], locale, response.state)
        values = [
            schemas.FacetValue(value=value, label=labels[value], count=count)
            for value, count in counts
            if value in labels
        ]
        if values:
            yield schemas.Facet(name=facet.name, values=values)


def suggest_body(response: SuggestResponse) -> bytes:
    rows = Document.objects.filter(pk__in=response.pages, live=True)
    cards = dict(rows.values_list("pk", "summary_json"))
    items = [_suggestion(cards[page]) for page in response.pages if page in cards]
    return dumps(
        schemas.Suggestions(
            items=items, engine=response.engine, degraded=response.degraded
        ).model_dump(mode="json")
    ).encode()


def _suggestion(stored: str) -> schemas.Suggestion:
    document = PageSummary.model_validate_json(stored)
    return schemas.Suggestion.model_validate(
        document.model_dump(include=set(schemas.Suggestion.model_fields))
    )
