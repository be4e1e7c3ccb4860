"""What the search calls answer."""

from typing import Any

from pydantic import Field, create_model

from govlab.delivery.api.contract import any_document
from govlab.delivery.schema.base import Shape
from govlab.delivery.schema.links import PageLink
from govlab.delivery.schema.page import PageSummary

_MARKED = "Safe HTML: escaped, with what was found in `<mark>`."


class FacetValue(Shape):
    value: str = Field(description="For the parameter of the facet's name.")
    label: str = Field(description="In the language that is searched.")
    count: int = Field(description="Results with it, whatever else of this facet was chosen.")


class Facet(Shape):
    """A way to narrow the results."""

    name: str = Field(examples=["topic"])
    values: list[FacetValue] = Field(description="The most frequent first.")


class Correction(Shape):
    """The question in words that the pages know."""

    text: str
    html: str = Field(description="Safe HTML, with what was changed in `<mark>`.")


class Elsewhere(Shape):
    """A language in which the question finds more."""

    locale: str
    total: int = Field(description="How many it finds there.")


class _Found(Shape):
    title_html: str = Field(description=_MARKED)
    excerpt_html: str = Field(description=_MARKED)


class SearchResult(_Found):
    """A page that was found, as lists show it."""

    document: PageSummary = Field(description="As in lists with `view=summary`.")


class _Results(Shape):
    total: int = Field(description="Results on all pages together.")
    page: int
    pages: int = Field(description="How many pages of results there are; 0 where nothing is found.")
    partial: bool = Field(
        description="No document has enough of the words: these have some of them."
    )
    facets: list[Facet] = Field(description="Ways to narrow, those that have values.")
    did_you_mean: Correction | None = Field(description="Where few or none were found.")
    elsewhere: list[Elsewhere] = Field(description="Other languages, where they have more.")
    engine: str = Field(description="What answered: `elasticsearch` or `database`.")
    degraded: bool = Field(
        description="Another engine was meant to answer and could not; results may be plainer."
    )


class SearchSummaries(_Results):
    """The answer with `view=summary`."""

    items: list[SearchResult]


class Suggestion(PageLink):
    """A page that the reader may mean."""

    type: str


class Suggestions(Shape):
    items: list[Suggestion]
    engine: str = Field(description="What answered: `elasticsearch` or `database`.")
    degraded: bool = Field(description="Another engine was meant to answer and could not.")


def search_answer() -> Any:
    """Made once the document types are registered."""
    found = create_model(
        "FullSearchResult",
        __base__=_Found,
        __doc__="A page that was found, as a whole document.",
        document=(any_document(), Field(description="As the log has it now.")),
    )
    full = create_model(
        "SearchDocuments",
        __base__=_Results,
        __doc__="The answer with `view=full`.",
        items=(list[found], ...),  # type: ignore[valid-type]
    )
    return full | SearchSummaries
