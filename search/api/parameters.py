"""The query parameters of search."""

from typing import Annotated, Any

from pydantic import AfterValidator, Field, create_model
from pydantic_core import PydanticCustomError

from govlab.delivery.api.parameters import NO_NUL, LocaleCode, Parameters, View
from govlab.delivery.documents.facets import Facet
from search.query.facets import facet_names, search_facets
from search.query.search_query import MAX_QUERY_LENGTH, MAX_RESULT_WINDOW, Choices

MAX_RESULTS = 50
MAX_PAGE = MAX_RESULT_WINDOW // MAX_RESULTS
MAX_VALUES = 20
_Words = Annotated[str, Field(min_length=1, max_length=MAX_QUERY_LENGTH), NO_NUL]
_Values = Annotated[str, Field(min_length=1, max_length=1000), NO_NUL]


def _split(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, text.split(","))))


def _values_of(facet: Facet) -> Any:
    """The type of a parameter with values of the facet, separated by commas."""

    def check(text: str) -> str:
        if len(text.split(",")) > MAX_VALUES:
            raise PydanticCustomError("values", f"At most {MAX_VALUES} values are allowed.")
        if problem := next(filter(None, map(facet.problem, _split(text))), ""):
            raise PydanticCustomError("value", "{problem}", {"problem": problem})
        return text

    return Annotated[_Values, AfterValidator(check)]


class QueryParameters(Parameters):
    q: _Words = Field(
        description="The words to look for, in any form, with or without diacritics.",
        examples=["vēstules iedzīvotājiem"],
    )
    locale: LocaleCode = Field(description="The language that is searched, as a BCP 47 tag.")


class _PageParameters(Parameters):
    page: int = Field(
        1, ge=1, le=MAX_PAGE, description="The number of the page of results, from 1."
    )
    limit: int = Field(20, ge=1, le=MAX_RESULTS, description="The number of results on a page.")
    view: View = Field(
        View.SUMMARY, description="`summary` for documents' metadata only, `full` for all of them."
    )


class SearchParameters(_PageParameters, QueryParameters):
    """What every search takes; `search_parameters` adds the facets."""

    q: _Words = Field(
        description="The words to look for, in any form, with or without diacritics. Words in "
        'quotes (`"…"`, `„…“`, `«…»`) must stand side by side, in any form; a word after `-`, or '
        "words in quotes after it, must not occur. Everything else is plain text.",
        examples=["vēstules iedzīvotājiem"],
    )

    @property
    def chosen(self) -> Choices:
        given = {name: getattr(self, name) for name in facet_names()}
        return {name: _split(text) for name, text in given.items() if text is not None}


def search_parameters() -> type[SearchParameters]:
    """With a parameter for each facet. Called once the document types are registered."""
    fields: dict[str, Any] = {
        facet.name: (
            _values_of(facet) | None,
            Field(
                None,
                description=f"{facet.description} Several values, separated by commas, are "
                "alternatives.",
            ),
        )
        for facet in search_facets()
    }
    # In the contract what narrows a query stands behind the query and before the page.
    narrowed: Any = create_model("NarrowedQuery", __base__=QueryParameters, **fields)
    return create_model("SearchParameters", __base__=(SearchParameters, narrowed))


class SuggestParameters(QueryParameters):
    q: _Words = Field(
        description="What a reader has typed so far: each word may be a prefix, with or without "
        "diacritics.",
        examples=["vēst"],
    )
    limit: int = Field(8, ge=1, le=20, description="The maximum number of suggestions.")
