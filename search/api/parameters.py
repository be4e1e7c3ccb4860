"""The query parameters of search."""

from typing import Annotated, Any

from django.conf import settings
from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from govlab.delivery.api.parameters import LocaleCode, Parameters, Text, View
from search.query.search_query import FACETS, MAX_QUERY_LENGTH, MAX_RESULT_WINDOW, Choices

MAX_RESULTS = 50
MAX_PAGE = MAX_RESULT_WINDOW // MAX_RESULTS
MAX_VALUES = 20


def _values(text: str) -> str:
    if len(text.split(",")) > MAX_VALUES:
        raise PydanticCustomError("values", f"At most {MAX_VALUES} values are allowed.")
    return text


def _facet(description: str) -> Any:
    return Field(
        None,
        min_length=1,
        max_length=1000,
        description=f"{description} Several values, separated by commas, are alternatives.",
    )


Values = Annotated[Text, AfterValidator(_values)]
_TERM = "The slug of a term, in the language that is searched."


class QueryParameters(Parameters):
    q: Text = Field(
        min_length=1,
        max_length=MAX_QUERY_LENGTH,
        description="The words to look for, in any form, with or without diacritics.",
        examples=["vēstules iedzīvotājiem"],
    )
    locale: LocaleCode = Field(description="The language that is searched, as a BCP 47 tag.")


class SearchParameters(QueryParameters):
    type: Values | None = _facet("The type of the documents.")
    topic: Values | None = _facet(_TERM)
    laboratory: Values | None = _facet(_TERM)
    institution: Values | None = _facet(_TERM)
    method: Values | None = _facet("The id of a method that was used.")
    year: Values | None = _facet(
        f"The year of the items' own date, in four digits, in the time zone {settings.TIME_ZONE}."
    )
    kind: Values | None = _facet("The kind of the news.")
    stage: Values | None = _facet("The stage of the cases.")
    page: int = Field(
        1, ge=1, le=MAX_PAGE, description="The number of the page of results, from 1."
    )
    limit: int = Field(20, ge=1, le=MAX_RESULTS, description="The number of results on a page.")
    view: View = Field(
        View.SUMMARY, description="`summary` for documents' metadata only, `full` for all of them."
    )

    @property
    def chosen(self) -> Choices:
        given = {name: getattr(self, name) for name in FACETS}
        return {
            name: tuple(filter(None, map(str.strip, text.split(","))))
            for name, text in given.items()
            if text is not None
        }


class SuggestParameters(QueryParameters):
    q: Text = Field(
        min_length=1,
        max_length=MAX_QUERY_LENGTH,
        description="What a reader has typed so far: each word may be a prefix, with or without "
        "diacritics.",
        examples=["vēst"],
    )
    limit: int = Field(8, ge=1, le=20, description="The maximum number of suggestions.")
