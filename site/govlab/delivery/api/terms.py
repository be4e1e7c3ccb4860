"""Terms of the vocabularies, with the number of public documents they describe."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from pydantic import Field

from ..documents.canonical import dumps
from ..documents.vocabularies import vocabularies
from ..models import DocumentFacet
from ..schemas import links
from ..schemas.base import Schema
from .problems import not_found
from .responses import digest_of, json_response


class CountedTerm(links.Term):
    """A term and how much it is used."""

    description: str = Field(description="Plain text; may be empty.")
    count: int = Field(description="Public documents in this language that it describes.")


class Terms(Schema):
    vocabulary: str
    locale: str
    items: list[CountedTerm]


def terms_response(request: HttpRequest, vocabulary: str, locale: str) -> HttpResponse:
    known = vocabularies().get(vocabulary)
    if known is None:
        raise not_found(
            f"There is no vocabulary “{vocabulary}”; there are {', '.join(sorted(vocabularies()))}."
        )
    counts = dict(
        DocumentFacet.objects.filter(name=vocabulary, document__live=True, document__locale=locale)
        .values_list("value")
        .annotate(Count("pk"))
    )
    terms = Terms(
        vocabulary=vocabulary,
        locale=locale,
        items=[
            CountedTerm(
                vocabulary=vocabulary,
                slug=term.slug,
                name=term.name,
                locale=locale,
                translation_key=str(term.translation_key),
                description=term.description,
                count=counts.get(term.slug, 0),
            )
            for term in known.terms(locale)
        ],
    )
    body = dumps(terms.model_dump(mode="json"))
    return json_response(
        request, etag=digest_of([body]), body=lambda: body, language=locale, keys=["documents"]
    )
