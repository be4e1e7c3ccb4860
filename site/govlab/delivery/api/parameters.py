"""Query parameters: all are typed, and unknown ones are errors."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import wraps
from inspect import signature
from typing import Annotated, Any, get_args

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from ninja import Schema
from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from ..documents.canonical import dumps
from ..languages import content_languages
from .problems import ParameterError, invalid_all
from .responses import CacheableResponse

MAX_LIMIT = 100

LocaleCode = StrEnum("LocaleCode", {code: code for code in content_languages()})  # type: ignore[misc]
LocaleCode.__doc__ = "A language of the site."


def _without_nul(text: str) -> str:
    """PostgreSQL refuses queries that contain NUL."""
    if "\0" in text:
        raise PydanticCustomError("nul", "Must not contain NUL.")
    return text


# It stands after the limits of a text's length, which Pydantic otherwise tells in items.
NO_NUL = AfterValidator(_without_nul)
Slug = Annotated[str, Field(max_length=200), NO_NUL]
PagePath = Annotated[str, Field(min_length=1, max_length=8000), NO_NUL]
CursorText = Annotated[str, Field(max_length=2000), NO_NUL]


class View(StrEnum):
    FULL = "full"
    SUMMARY = "summary"


class Order(StrEnum):
    NEWEST = "-date"
    OLDEST = "date"
    TITLE = "title"
    TITLE_DESCENDING = "-title"


class Parameters(Schema):
    """The query parameters of an operation; any other parameter is an error."""


class ListParameters(Parameters):
    locale: LocaleCode | None = Field(
        None, description="The language, as a BCP 47 tag. Defaults to all languages."
    )
    fallback: LocaleCode | None = Field(
        None,
        description="The language, as a BCP 47 tag, of items that do not exist in `locale`. Each "
        "item then has `requested_locale` beside its own `locale`.",
    )
    year: int | None = Field(
        None,
        ge=1000,
        le=9999,
        description="The year of the items' own date, in four digits, in the site's time zone, "
        f"{settings.TIME_ZONE}.",
    )
    published_after: datetime | None = Field(
        None,
        description="Only items first published after this time, in ISO 8601 with a time zone.",
        examples=["2026-03-01T00:00:00Z"],
    )
    published_before: datetime | None = Field(
        None,
        description="Only items first published before this time, in ISO 8601 with a time zone.",
        examples=["2026-03-01T00:00:00Z"],
    )
    under: Annotated[str, Field(max_length=8000), NO_NUL] | None = Field(
        None, description="The path of a page: only its descendants."
    )
    order: Order = Field(
        Order.NEWEST,
        description="The order; `-` means descending. Dates are the items' own, such as the date "
        "of the news; titles are in the alphabetical order of their language.",
    )
    limit: int = Field(20, ge=1, le=MAX_LIMIT, description="The maximum number of items.")
    cursor: CursorText | None = Field(None, description="The `next` of the previous page.")
    view: View = Field(
        View.FULL, description="`full` for whole documents, `summary` for their metadata only."
    )


def strict(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Refuse parameters that the view does not declare, and repeated ones.

    On a cacheable response, record the parameters in a canonical form. All spellings of a URL (in
    another order, with other escapes, with explicit defaults) then share one cache entry.
    """
    known = {
        name
        for parameter in signature(view).parameters.values()
        for model in get_args(parameter.annotation)
        if isinstance(model, type) and issubclass(model, Parameters)
        for name in model.model_fields
    }

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        refuse_unknown(request, known)
        response = view(request, *args, **kwargs)
        if isinstance(response, CacheableResponse):
            response.parameters = _canonical(kwargs)
        return response

    return checked


def _canonical(given: dict[str, Any]) -> str:
    return dumps(
        {
            name: value.model_dump(mode="json", exclude_defaults=True)
            if isinstance(value, Parameters)
            else str(value)
            for name, value in given.items()
        }
    )


def refuse_unknown(request: HttpRequest, known: set[str]) -> None:
    errors = [
        ParameterError(parameter=name, message=_advice(known))
        for name in request.GET
        if name not in known
    ] + [
        ParameterError(parameter=name, message="Must not be repeated.")
        for name, values in request.GET.lists()
        if name in known and len(values) > 1
    ]
    if errors:
        raise invalid_all(errors)


def _advice(known: set[str]) -> str:
    if not known:
        return "Unknown parameter. This operation has none."
    return f"Unknown parameter. Allowed: {', '.join(sorted(known))}."
