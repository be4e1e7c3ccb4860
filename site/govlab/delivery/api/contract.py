"""Types of answers that are made of the registered document types."""

from enum import Enum, StrEnum
from functools import reduce
from operator import or_
from typing import Annotated, Any, Literal

from pydantic import Field, create_model

from ..documents.registry import DocumentType, document_types
from ..schema.base import Shape
from ..schema.feed import Tombstone
from ..schema.page import PageDocument, PageSummary
from .parameters import ListParameters

NEXT: Any = Field(description="The `cursor` of the next page; null on the last.")


def any_document() -> Any:
    """Every document type, told apart by `type`."""
    return Annotated[
        _union([kind.schema for kind in document_types()]), Field(discriminator="type")
    ]


def any_entry() -> Any:
    schemas = [kind.schema for kind in document_types()]
    return Annotated[_union([*schemas, Tombstone]), Field(discriminator="type")]


def _union(types: list[Any]) -> Any:
    return reduce(or_, types)


def page_of(kind: DocumentType) -> Any:
    """The answer of a collection's list: full items, or summaries if those were asked for."""
    name = kind.schema.__name__.removesuffix("Document")
    return _list_of(f"{name}List", kind.schema) | SummaryList


def page_of_any() -> Any:
    return _list_of("DocumentList", any_document()) | SummaryList


class SummaryList(Shape):
    items: list[PageSummary]
    next: str | None = NEXT


def _list_of(name: str, item: Any) -> Any:
    return create_model(name, __base__=Shape, items=(list[item], ...), next=(str | None, NEXT))


def list_parameters(kind: DocumentType) -> type[ListParameters]:
    """The shared parameters and one for each facet of the type."""
    names = [name for name in kind.schema.facet_names if name not in ListParameters.model_fields]
    fields: dict[str, Any] = {name: (_facet_type(kind.schema, name) | None, None) for name in names}
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
    fields: dict[str, Any] = {"type": (types | None, None)}
    for name in names:
        fields[name] = (str | None, Field(None, max_length=200))
    return create_model("PageParameters", __base__=ListParameters, **fields)


def _facet_type(schema: type[PageDocument], name: str) -> Any:
    """The choices of a field of that name; a slug, or an id, for others."""
    declared = schema.model_fields.get(name)
    annotation = declared.annotation if declared else None
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return annotation
    return Annotated[str, Field(max_length=200)]


class RedirectTarget(Shape):
    path: str
    url: str
    id: int | None = Field(description="Of the page it leads to; null for other addresses.")


class Redirected(Shape):
    """The address was moved: ask for, and link to, the target."""

    type: Literal["redirect"] = "redirect"
    permanent: bool
    redirect_to: RedirectTarget
