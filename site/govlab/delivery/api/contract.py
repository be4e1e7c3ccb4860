"""Types of answers that are made of the registered document types."""

from enum import StrEnum
from functools import reduce
from operator import or_
from typing import Annotated, Any, Literal

from pydantic import Field, create_model
from typing_extensions import TypeAliasType

from ..documents.facets import ChoiceFacet, Facet
from ..documents.registry import TYPE, DocumentType, document_types
from ..schemas.base import Schema
from ..schemas.feed import Tombstone
from ..schemas.page import PageSummary
from .parameters import ListParameters, Text
from .replication import ExportEnd, ExportStart

_SLUG = Annotated[Text, Field(max_length=200)]

NEXT: Any = Field(description="The `cursor` of the next page; null on the last.")


def any_document() -> Any:
    """Every document type, told apart by `type`."""
    return _told_apart("Document")


def any_entry() -> Any:
    """What the feed holds."""
    return _told_apart("Entry", Tombstone)


def any_at_path() -> Any:
    return _told_apart("DocumentOrRedirect", Redirected)


def any_line() -> Any:
    """A line of an export."""
    return _told_apart("ExportLine", ExportStart, ExportEnd)


def _told_apart(name: str, *others: Any) -> Any:
    """Under its name in the contract: every document type and the others, by their `type`."""
    schemas = [*(kind.schema for kind in document_types()), *others]
    return TypeAliasType(name, Annotated[reduce(or_, schemas), Field(discriminator="type")])


def page_of(kind: DocumentType) -> Any:
    """The answer of a collection's list: full items, or summaries if those were asked for."""
    name = kind.schema.__name__.removesuffix("Document")
    return _list_of(f"{name}List", kind.schema) | SummaryList


def page_of_any() -> Any:
    return _list_of("DocumentList", any_document()) | SummaryList


class SummaryList(Schema):
    """The answer with `view=summary`."""

    items: list[PageSummary]
    next: str | None = NEXT


def _list_of(name: str, item: Any) -> Any:
    return create_model(name, __base__=Schema, items=(list[item], ...), next=(str | None, NEXT))


def list_parameters(kind: DocumentType) -> type[ListParameters]:
    """The shared parameters and one for each facet of the type."""
    fields: dict[str, Any] = {
        facet.name: (_values_of(facet) | None, Field(None, description=facet.description))
        for facet in kind.facets
        if facet.name not in ListParameters.model_fields
    }
    return create_model(
        f"{kind.schema.__name__.removesuffix('Document')}Parameters",
        __base__=ListParameters,
        **fields,
    )


def all_parameters() -> type[ListParameters]:
    """Of the list of everything: its types, and the facets of any of them."""
    types = StrEnum("DocumentTypeName", {kind.name: kind.name for kind in document_types()})  # type: ignore[misc]
    fields: dict[str, Any] = {TYPE.name: (types | None, Field(None, description=TYPE.description))}
    for facet in (facet for kind in document_types() for facet in kind.facets):
        if facet.name not in ListParameters.model_fields:
            fields[facet.name] = (_SLUG | None, Field(None, description=facet.description))
    return create_model("PageParameters", __base__=ListParameters, **fields)


def _values_of(facet: Facet) -> Any:
    """The choices, of a facet that has a fixed list of them; a slug, or an id, for others."""
    return facet.choices if isinstance(facet, ChoiceFacet) else _SLUG


class RedirectTarget(Schema):
    """Where it went."""

    path: str
    url: str
    id: int | None = Field(description="Of the page it leads to; null for other addresses.")


class Redirected(Schema):
    """The address was moved: ask for, and link to, the target."""

    type: Literal["redirect"] = "redirect"
    permanent: bool = Field(description="Whether to forget the old address.")
    redirect_to: RedirectTarget
