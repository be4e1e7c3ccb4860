"""The schemas of search's responses."""

from typing import Any

from pydantic import Field, create_model

from govlab.delivery.api.contract import any_document
from govlab.delivery.schemas.base import Schema
from govlab.delivery.schemas.links import PageLink
from govlab.delivery.schemas.page import PageSummary

_HIGHLIGHTED = "Safe HTML: escaped, with what was found in `<mark>`."


class FacetValue(Schema):
    value: str = Field(description="The value for the query parameter of the facet's name.")
    label: str = Field(description="The value's name, in the language that is searched.")
    count: int = Field(
        description="The number of results with this value, whatever else of the facet is chosen."
    )


class Facet(Schema):
    """A way to narrow the results."""

    name: str = Field(examples=["topic"])
    values: list[FacetValue] = Field(description="The facet's values, the most frequent first.")


class Correction(Schema):
    """The query spelt with words that the pages have."""

    text: str
    html: str = Field(description="The same as safe HTML, with what was changed in `<mark>`.")


class Elsewhere(Schema):
    """A language in which the query finds more."""

    locale: str
    total: int = Field(description="The number of results in that language.")


class _Found(Schema):
    title_html: str = Field(description=_HIGHLIGHTED)
    excerpt_html: str = Field(description=_HIGHLIGHTED)


class SearchResult(_Found):
    """A page that was found, as lists show it."""

    document: PageSummary = Field(description="The document, as in lists with `view=summary`.")


class _Results(Schema):
    total: int = Field(description="The number of results on all pages together.")
    page: int = Field(description="The number of this page of results, from 1.")
    pages: int = Field(description="The number of pages of results; 0 where nothing is found.")
    partial: bool = Field(
        description="No document has enough of the query's words: the items have some of them."
    )
    facets: list[Facet] = Field(description="The facets that have values for this query.")
    did_you_mean: Correction | None = Field(
        description="A better spelling, where few or no results were found."
    )
    elsewhere: list[Elsewhere] = Field(
        description="The languages in which the query finds more results."
    )
    engine: str = Field(
        description="The search engine that answered: `elasticsearch` or `database`."
    )
    degraded: bool = Field(
        description="The configured engine could not answer, so results may be ordered less well."
    )


class SearchSummaries(_Results):
    """The response with `view=summary`."""

    items: list[SearchResult]


class Suggestion(PageLink):
    """A page that the reader may mean."""

    type: str


class Suggestions(Schema):
    items: list[Suggestion]
    engine: str = Field(
        description="The search engine that answered: `elasticsearch` or `database`."
    )
    degraded: bool = Field(description="The configured engine could not answer.")


def search_response() -> Any:
    """Called once the document types are registered."""
    found = create_model(
        "FullSearchResult",
        __base__=_Found,
        __doc__="A page that was found, as a whole document.",
        document=(any_document(), Field(description="The document, as the log has it now.")),
    )
    full = create_model(
        "SearchDocuments",
        __base__=_Results,
        __doc__="The response with `view=full`.",
        items=(list[found], ...),  # type: ignore[valid-type]
    )
    return full | SearchSummaries
