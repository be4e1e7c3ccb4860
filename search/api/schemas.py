"""The schemas of search's responses."""

from typing import Any

from pydantic import Field, create_model

from govlab.delivery.api.contract import any_document
from govlab.delivery.schemas.base import Schema
from govlab.delivery.schemas.links import PageLink
from govlab.delivery.schemas.page import PageSummary

_HIGHLIGHTED = "as safe HTML: escaped, with matches in `<mark>`."


class FacetValue(Schema):
    """A value of a facet, with its number of results."""

    value: str = Field(description="The value for the query parameter of the facet's name.")
    label: str = Field(description="The value's name, in the language that is searched.")
    count: int = Field(
        description="The number of results with this value, whether or not others are chosen."
    )


class Facet(Schema):
    """A way to narrow the results."""

    name: str = Field(description="The name of the query parameter.", examples=["topic"])
    values: list[FacetValue] = Field(description="The facet's values, the most frequent first.")


class Correction(Schema):
    """A corrected spelling of the query."""

    text: str = Field(description="The corrected query, as plain text.")
    html: str = Field(description="The corrected query, as safe HTML with changes in `<mark>`.")


class Elsewhere(Schema):
    """Another language in which the query has more results."""

    locale: str = Field(description="The language, as a BCP 47 tag.", examples=["en"])
    total: int = Field(description="The number of results in that language.")


class _Found(Schema):
    title_html: str = Field(description=f"The title, {_HIGHLIGHTED}")
    excerpt_html: str = Field(description=f"An excerpt of the text, {_HIGHLIGHTED}")
    file: str | None = Field(
        default=None,
        description="The title of the attachment that the excerpt is from, as plain text; null if "
        "it is from the page itself.",
    )


class SearchResult(_Found):
    """A search result with the metadata of its document."""

    document: PageSummary = Field(description="The document, as in lists with `view=summary`.")


class _Results(Schema):
    total: int = Field(description="The total number of results.")
    page: int = Field(description="The number of this page of results, from 1.")
    pages: int = Field(description="The number of pages of results; 0 where nothing is found.")
    partial: bool = Field(
        description="Whether the items match only some of the query's words, because no document "
        "matches enough of them."
    )
    facets: list[Facet] = Field(description="The facets that have values for this query.")
    did_you_mean: Correction | None = Field(
        description="A corrected spelling, if there are few results or none; else null."
    )
    elsewhere: list[Elsewhere] = Field(
        description="The languages in which the query finds more results."
    )
    engine: str = Field(
        description="The search engine that was used: `elasticsearch` or `database`."
    )
    degraded: bool = Field(
        description="Whether a fallback engine was used, which may rank results less well."
    )


class SearchSummaries(_Results):
    """A page of search results, with `view=summary`."""

    items: list[SearchResult] = Field(description="The results, the best first.")


class Suggestion(PageLink):
    """A suggested page."""

    type: str = Field(description="The type of the page's document.")


class Suggestions(Schema):
    """Suggested pages."""

    items: list[Suggestion] = Field(description="The suggested pages, the best first.")
    engine: str = Field(
        description="The search engine that was used: `elasticsearch` or `database`."
    )
    degraded: bool = Field(
        description="Whether a fallback engine was used, which may rank pages less well."
    )


def search_response() -> Any:
    """Called once the document types are registered."""
    found = create_model(
        "FullSearchResult",
        __base__=_Found,
        __doc__="A search result with its whole document.",
        document=(any_document(), Field(description="The whole document.")),
    )
    full = create_model(
        "SearchDocuments",
        __base__=_Results,
        __doc__="A page of search results, with `view=full`.",
        items=(list[found], Field(description="The results, the best first.")),  # type: ignore[valid-type]
    )
    return full | SearchSummaries
