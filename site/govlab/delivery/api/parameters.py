"""Query parameters: typed, and none is ignored."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import wraps
from inspect import signature
from typing import Annotated, Any, get_args

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
    """No database stores it, and PostgreSQL refuses to be asked for it."""
    if "\0" in text:
        raise PydanticCustomError("nul", "May hold no NUL character.")
    return text


Text = Annotated[str, AfterValidator(_without_nul)]


class View(StrEnum):
    FULL = "full"
    SUMMARY = "summary"


class Order(StrEnum):
    NEWEST = "-date"
    OLDEST = "date"
    TITLE = "title"
    TITLE_DESCENDING = "-title"


class Parameters(Schema):
    """What a call may be asked with; anything else is an error."""


class ListParameters(Parameters):
    locale: LocaleCode | None = Field(None, description="All languages where it is left out.")
    fallback: LocaleCode | None = Field(
        None,
        description="Give items in this language where `locale` lacks them. Items then carry "
        "`requested_locale` beside their own `locale`.",
    )
    year: int | None = Field(
        None, ge=1000, le=9999, description="Of the items' own date, where they have one."
    )
    published_after: datetime | None = Field(
        None, description="First published later than this moment; with a time zone."
    )
    published_before: datetime | None = Field(
        None, description="First published earlier than this moment; with a time zone."
    )
    under: Text | None = Field(None, description="Path of a page: items below it.", max_length=8000)
    order: Order = Field(
        Order.NEWEST,
        description="`-` is descending. Dates are the items' own, such as the date of the news; "
        "titles go by the alphabet of their language.",
    )
    limit: int = Field(20, ge=1, le=MAX_LIMIT, description="Items at most.")
    cursor: Text | None = Field(None, description="The `next` of the page before.", max_length=2000)
    view: View = Field(View.FULL, description="Whole documents, or the fields that lists show.")


def strict(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Refuses parameters that the view does not declare, and those given twice.

    Of an answer that may be kept it notes what was asked, so that one is kept however it is spelt:
    in another order, with other escapes, with defaults written out.
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
        ParameterError(parameter=name, message="Give it once.")
        for name, values in request.GET.lists()
        if name in known and len(values) > 1
    ]
    if errors:
        raise invalid_all(errors)


def _advice(known: set[str]) -> str:
    if not known:
        return "Is not known; this call takes no parameters."
    return f"Is not known; possible are {', '.join(sorted(known))}."
