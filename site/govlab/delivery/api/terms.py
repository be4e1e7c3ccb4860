"""Terms of the vocabularies, with the number of public documents they describe."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from pydantic import Field

from govlab.core.term_translations import translated
from govlab.core.vocabularies import vocabularies

from ..documents.canonical import dumps
from ..models import DocumentFacet
from ..schema import links
from ..schema.base import Shape
from .answers import answer, digest_of
from .problems import not_found


class CountedTerm(links.Term):
    """A term and how much it is used."""

    description: str = Field(description="Plain text; may be empty.")
    count: int = Field(description="Public documents in this language that it describes.")


class Terms(Shape):
    vocabulary: str
    locale: str
    items: list[CountedTerm]


def terms_answer(request: HttpRequest, vocabulary: str, locale: str) -> HttpResponse:
    model = vocabularies().get(vocabulary)
    if model is None:
        raise not_found(
            f"There is no vocabulary “{vocabulary}”; there are {', '.join(sorted(vocabularies()))}."
        )
    counts = dict(
        DocumentFacet.objects.filter(name=vocabulary, document__live=True, document__locale=locale)
        .values_list("value")
        .annotate(Count("pk"))
    )
    terms = translated(model._default_manager.filter(locale__language_code=locale))
    terms_shape = Terms(
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
            for term in terms
        ],
    )
    body = dumps(terms_shape.model_dump(mode="json"))
    return answer(
        request, etag=digest_of([body]), body=lambda: body, language=locale, keys=["documents"]
    )
