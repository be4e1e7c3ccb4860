"""Response and parameter schemas that are created from the registered document types."""

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

NEXT: Any = Field(description="The `cursor` of the next page; null on the last page.")


def any_document() -> Any:
    """Return the union of all document types, discriminated by `type`."""
    return _union("Document")


def any_entry() -> Any:
    """Return the type of an entry of the change feed."""
    return _union("Entry", Tombstone)


def any_at_path() -> Any:
    return _union("DocumentOrRedirect", Redirected)


def any_line() -> Any:
    """Return the type of a line of an export."""
    return _union("ExportLine", ExportStart, ExportEnd)


def _union(name: str, *others: Any) -> Any:
    """Return the named union of all document types and `others`, discriminated by `type`."""
    schemas = [*(kind.schema for kind in document_types()), *others]
    return TypeAliasType(name, Annotated[reduce(or_, schemas), Field(discriminator="type")])


def page_of(kind: DocumentType) -> Any:
    """Return the response type of a collection's list, for both values of `view`."""
    name = kind.schema.__name__.removesuffix("Document")
    return _list_of(f"{name}List", kind.schema) | SummaryList


def page_of_any() -> Any:
    return _list_of("DocumentList", any_document()) | SummaryList


class SummaryList(Schema):
    """A page of a list, with `view=summary`."""

    items: list[PageSummary] = Field(description="The summaries, in the requested order.")
    next: str | None = NEXT


def _list_of(name: str, item: Any) -> Any:
    return create_model(
        name,
        __base__=Schema,
        __doc__="A page of a list, with `view=full`.",
        items=(list[item], Field(description="The documents, in the requested order.")),
        next=(str | None, NEXT),
    )


def list_parameters(kind: DocumentType) -> type[ListParameters]:
    """Return the shared parameters plus one for each facet of the type."""
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
    """Return the parameters of the list of all types: `type`, and the facets of every type."""
    types = StrEnum("DocumentTypeName", {kind.name: kind.name for kind in document_types()})  # type: ignore[misc]
    names = dict.fromkeys(
        name
        for kind in document_types()
        for name in kind.schema.facet_names
        if name not in ListParameters.model_fields
    )
    fields: dict[str, Any] = {
        "type": (types | None, Field(None, description="Only documents of this type."))
    }
    for name in names:
        fields[name] = (_SLUG | None, Field(None, description=_help(name)))
    return create_model("PageParameters", __base__=ListParameters, **fields)


def _facet_type(schema: type[PageDocument], name: str) -> Any:
    """Return the enumeration if the facet is a field with choices, else the type of slugs."""
    declared = schema.model_fields.get(name)
    annotation = declared.annotation if declared else None
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return annotation
    return _SLUG


def _help(name: str) -> str:
    if name in vocabularies():
        return f"The slug of a term that describes the items; see `/terms/{name}`."
    helps = (kind.schema.facet_help.get(name) for kind in document_types())
    return next(filter(None, helps), f"The value of `{name}` of the items.")


class RedirectTarget(Schema):
    """The target of a redirect."""

    path: str = Field(description="The path on the site, or an absolute URL of another site.")
    url: str = Field(description="The absolute URL.")
    id: int | None = Field(description="The id of the target's document; null for other targets.")


class Redirected(Schema):
    """A redirect. Clients request, and link to, the target instead."""

    type: Literal["redirect"] = "redirect"
    permanent: bool = Field(description="Whether clients should replace the old URL for good.")
    redirect_to: RedirectTarget = Field(description="The target of the redirect.")
