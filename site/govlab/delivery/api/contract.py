"""Response and parameter schemas that are created from the registered document types."""

from enum import StrEnum
from functools import cache, reduce
from operator import or_
from typing import Annotated, Any, Literal

from pydantic import Field, create_model
from typing_extensions import TypeAliasType

from ..documents.facets import ChoiceFacet, Facet
from ..documents.registry import TYPE, DocumentType, document_types
from ..schemas.base import Schema
from ..schemas.feed import Tombstone
from ..schemas.page import PageSummary
from .coverage import CoverageParameters
from .parameters import ListParameters, Slug
from .replication import ExportEnd, ExportStart

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
    return create_model(name, __base__=Schema, items=(list[item], ...), next=(str | None, NEXT))


def list_parameters(kind: DocumentType) -> type[ListParameters]:
    """Return the shared parameters plus one for each facet of the type."""
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
    fields: dict[str, Any] = {TYPE.name: _type_parameter()}
    for facet in (facet for kind in document_types() for facet in kind.facets):
        if facet.name not in ListParameters.model_fields:
            fields[facet.name] = (Slug | None, Field(None, description=facet.description))
    return create_model("PageParameters", __base__=ListParameters, **fields)


def coverage_parameters() -> type[CoverageParameters]:
    """Return the parameters of the coverage, plus the type."""
    fields: dict[str, Any] = {TYPE.name: _type_parameter()}
    return create_model("CoverageQuery", __base__=CoverageParameters, **fields)


def _type_parameter() -> tuple[Any, Any]:
    return type_names() | None, Field(None, description=TYPE.description)


@cache
def type_names() -> Any:
    return StrEnum("DocumentTypeName", {kind.name: kind.name for kind in document_types()})


def _values_of(facet: Facet) -> Any:
    """The choices, of a facet that has a fixed list of them; a slug, or an id, for others."""
    return facet.choices if isinstance(facet, ChoiceFacet) else Slug


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
