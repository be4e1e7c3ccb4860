"""Types of answers that are made of the registered document types."""

from enum import Enum, StrEnum
from functools import reduce
from operator import or_
from typing import Annotated, Any, Literal

from pydantic import Field, create_model
from typing_extensions import TypeAliasType

from ..documents.registry import DocumentType, document_types
from ..documents.vocabularies import vocabularies
from ..schemas.base import Schema
from ..schemas.feed import Tombstone
from ..schemas.page import PageDocument, PageSummary
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
    names = [name for name in kind.schema.facet_names if name not in ListParameters.model_fields]
    fields: dict[str, Any] = {
        name: (_facet_type(kind.schema, name) | None, Field(None, description=_help(name)))
        for name in names
    }
    return create_model(
        f"{kind.schema.__name__.removesuffix('Document')}Parameters",
        __base__=ListParameters,
        **fields,
    )


def all_parameters() -> type[ListParameters]:
    """Of the list of everything: its types, and facets that stand for terms or choices."""
    types = StrEnum("DocumentTypeName", {kind.name: kind.name for kind in document_types()})  # type: ignore[misc]
    names = dict.fromkeys(
        name
        for kind in document_types()
        for name in kind.schema.facet_names
        if name not in ListParameters.model_fields
    )
    fields: dict[str, Any] = {
        "type": (types | None, Field(None, description="Documents of one type."))
    }
    for name in names:
        fields[name] = (_SLUG | None, Field(None, description=_help(name)))
    return create_model("PageParameters", __base__=ListParameters, **fields)


def _facet_type(schema: type[PageDocument], name: str) -> Any:
    """The choices of a field of that name; a slug, or an id, for others."""
    declared = schema.model_fields.get(name)
    annotation = declared.annotation if declared else None
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return annotation
    return _SLUG


def _help(name: str) -> str:
    if name in vocabularies():
        return f"Slug of a term that describes the items; see `/terms/{name}`."
    helps = (kind.schema.facet_help.get(name) for kind in document_types())
    return next(filter(None, helps), f"The items' `{name}`.")


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
