"""What the search calls may be asked with."""

from typing import Annotated, Any

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from govlab.delivery.api.parameters import LocaleCode, Parameters, Text, View

from ..question import DEEPEST, FACETS, LONGEST_QUESTION, Choices

MOST_RESULTS = 50
MOST_PAGES = DEEPEST // MOST_RESULTS
MOST_VALUES = 20


def _values(text: str) -> str:
    if len(text.split(",")) > MOST_VALUES:
        raise PydanticCustomError("values", f"Takes {MOST_VALUES} values at most.")
    return text


def _facet(description: str) -> Any:
    return Field(
        None,
        min_length=1,
        max_length=1000,
        description=f"{description} Several by commas: any of them.",
    )


Values = Annotated[Text, AfterValidator(_values)]
_TERM = "Slug of a term, in the language that is searched."


class QuestionParameters(Parameters):
    q: Text = Field(
        min_length=1,
        max_length=LONGEST_QUESTION,
        description="What is looked for: words in any form, with or without diacritics.",
        examples=["vēstules iedzīvotājiem"],
    )
    locale: LocaleCode = Field(description="The language that is searched.")


class SearchParameters(QuestionParameters):
    type: Values | None = _facet("Of documents.")
    topic: Values | None = _facet(_TERM)
    laboratory: Values | None = _facet(_TERM)
    institution: Values | None = _facet(_TERM)
    method: Values | None = _facet("Id of a method that was used.")
    year: Values | None = _facet("Of the items' own date.")
    kind: Values | None = _facet("Of news.")
    stage: Values | None = _facet("Of cases.")
    page: int = Field(1, ge=1, le=MOST_PAGES, description="Of the results, from 1.")
    limit: int = Field(20, ge=1, le=MOST_RESULTS, description="Results a page.")
    view: View = Field(View.SUMMARY, description="The fields that lists show, or whole documents.")

    @property
    def chosen(self) -> Choices:
        given = {name: getattr(self, name) for name in FACETS}
        return {
            name: tuple(filter(None, map(str.strip, text.split(","))))
            for name, text in given.items()
            if text is not None
        }


class SuggestParameters(QuestionParameters):
    q: Text = Field(
        min_length=1,
        max_length=LONGEST_QUESTION,
        description="What a reader has typed so far: each word may be the beginning of one, with "
        "or without diacritics.",
        examples=["vēst"],
    )
    limit: int = Field(8, ge=1, le=20, description="Pages at most.")
