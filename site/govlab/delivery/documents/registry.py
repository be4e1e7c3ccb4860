"""The registry of page types, with their document schemas, facets and behaviour.

Apps register their types in `AppConfig.ready()`, so that delivery, the API and search do not depend
on them:

    register(
        NewsPage,
        NewsDocument,
        collection="news",
        facets=[ChoiceFacet(name="kind", choices=NewsKind, …), TermFacet.of(Topic)],
        ages=True,
        related=True,
    )
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from ..schemas.page import PageDocument
from .facets import ChoiceFacet, Facet, Labels, PageFacet, TermFacet, YearFacet, unknown_choice
from .parts import MakePart
from .vocabularies import vocabularies


def newest_first() -> Sequence[Any]:
    return ["-sort_date", "-page_id"]


# Returns the nodes of JSON-LD that say what a document of the type describes.
StructuredData = Callable[[Any], Iterable[Mapping[str, Any]]]


def no_structured_data(document: Any) -> Iterable[Mapping[str, Any]]:
    return ()


@dataclass(frozen=True)
class View:
    """Another presentation of documents on the site, at the address of a page with a parameter."""

    # The template of the content.
    template: str
    # The title of the window, with `%(title)s` for that of the document, or those of several.
    title: str | Promise


@dataclass(frozen=True)
class DocumentType:
    model: type[Page]
    schema: type[PageDocument]
    # The name of its own list in the API (`news` for `/news`), if it has one.
    collection: str = ""
    # The facets of its list and of search, in the order of the API's parameters.
    facets: Sequence[Facet] = ()
    # Whether older documents rank lower in search.
    ages: bool = False
    # Whether related content is shown below a page.
    related: bool = False
    # The template of a page's content, and that of the line above the title of its card.
    template: str = ""
    card: str = ""
    # Returns the order of its collection on the site, as expressions of `Document`. They are new
    # ones for each query, since Django changes those with subqueries as it compiles them.
    order: Callable[[], Sequence[Any]] = newest_first
    # The collection that pages of this type list.
    lists: str = ""
    # Whether its pages show the first items of other collections (`core.front_sections`).
    is_front: bool = False
    # Whether a list says how many items each choice of its facets has. Not for `PageFacet`.
    counted: bool = False
    # How a list shows two of its items side by side.
    comparison: View | None = None
    # Views of a page by their names, which the parameter `view` selects.
    views: Mapping[str, View] = field(default_factory=dict)
    # What its documents say to search engines, besides that they are pages.
    structured_data: StructuredData = no_structured_data
    # The motif of the pictures beside links to its pages; empty for the site's own.
    motif: str = ""
    # Makes what its pages show of other documents by a rule of their own, and the names of the
    # query parameters that it depends on.
    part: MakePart | None = None
    parameters: Sequence[str] = ()

    @cached_property
    def name(self) -> str:
        """The `type` of its documents."""
        return str(self.schema.model_fields["type"].default)

    @property
    def label(self) -> str | Promise:
        """The singular label for readers."""
        return capfirst(self.model._meta.verbose_name or self.name)

    @property
    def plural_label(self) -> str | Promise:
        return capfirst(self.model._meta.verbose_name_plural or self.name)


@dataclass(frozen=True, kw_only=True)
class TypeFacet(Facet):
    """The facet of the document type."""

    name: str = "type"
    label: str | Promise = field(default=_("Type"), compare=False)
    description: str = field(default="The type of the documents.", compare=False)

    def problem(self, value: str) -> str:
        return unknown_choice(value, (kind.name for kind in document_types()))

    def values(self, document: PageDocument) -> Iterator[str]:
        yield document.type

    def labels(self, values: Collection[str], locale: str) -> Labels:
        return {kind.name: str(kind.plural_label) for kind in document_types()}


TYPE = TypeFacet()
# How facets of several types are ordered.
_KINDS = (TypeFacet, TermFacet, PageFacet, YearFacet, ChoiceFacet)
_types: dict[type[Page], DocumentType] = {}


def register(
    model: type[Page],
    schema: type[PageDocument],
    *,
    collection: str = "",
    facets: Sequence[Facet] = (),
    ages: bool = False,
    related: bool = False,
    template: str = "",
    card: str = "",
    order: Callable[[], Sequence[Any]] = newest_first,
    lists: str = "",
    is_front: bool = False,
    counted: bool = False,
    comparison: View | None = None,
    views: Mapping[str, View] | None = None,
    structured_data: StructuredData = no_structured_data,
    motif: str = "",
    part: MakePart | None = None,
    parameters: Sequence[str] = (),
) -> None:
    """Raises ValueError if another model already has the type's name or the collection, or if a
    facet has no field in the schema or conflicts with that of another type."""
    added = DocumentType(
        model,
        schema,
        collection,
        tuple(facets),
        ages,
        related,
        template,
        card,
        order,
        lists,
        is_front,
        counted,
        comparison,
        views or {},
        structured_data,
        motif,
        part,
        tuple(parameters),
    )
    for known in _types.values():
        if known.model is not model:
            _refuse_conflicts(added, known)
    for facet in added.facets:
        if facet.field_name.partition(".")[0] not in schema.model_fields:
            raise ValueError(
                f"{schema.__name__} has no field “{facet.field_name}” for “{facet.name}”."
            )
    _types[model] = added


def _refuse_conflicts(added: DocumentType, known: DocumentType) -> None:
    if known.name == added.name or (added.collection and known.collection == added.collection):
        raise ValueError(f"{added.model.__name__} and {known.model.__name__} claim the same name.")
    for facet in added.facets:
        if any(facet.name == other.name and facet != other for other in known.facets):
            raise ValueError(
                f"{added.model.__name__} and {known.model.__name__} mean different things by the "
                f"facet “{facet.name}”."
            )


def document_types() -> list[DocumentType]:
    return list(_types.values())


def document_type(model: type[Page]) -> DocumentType | None:
    return _types.get(model)


def parse(document: dict[str, Any]) -> PageDocument:
    """Parse a document of the log. Raises KeyError if its type is not registered."""
    return type_named(document["type"]).schema.model_validate(document)


def facets() -> list[Facet]:
    """Return the facets of all types, without duplicates: the type, vocabularies in the order of
    registration, pages, years, choices."""
    found: dict[str, Facet] = {TYPE.name: TYPE}
    for kind in document_types():
        for facet in kind.facets:
            found.setdefault(facet.name, facet)
    return list(_in_order(tuple(found.values()), tuple(vocabularies())))


def facet_values(document: PageDocument) -> Iterator[tuple[str, str]]:
    """Yield the names and values of all facets of a document, including terms of vocabularies that
    are not facets of its own list."""
    terms = (TermFacet.of(vocabulary.model) for vocabulary in vocabularies().values())
    own = {facet.name: facet for facet in (TYPE, *terms, *type_named(document.type).facets)}
    for facet in own.values():
        for value in facet.values(document):
            yield facet.name, value


def type_named(name: str) -> DocumentType:
    """Raises KeyError if no type has the name."""
    return {kind.name: kind for kind in document_types()}[name]


def type_of_collection(collection: str) -> DocumentType:
    """Raises KeyError if no type has the collection."""
    return {kind.collection: kind for kind in document_types()}[collection]


@lru_cache
def _in_order(found: tuple[Facet, ...], known: tuple[str, ...]) -> tuple[Facet, ...]:
    return tuple(sorted(found, key=lambda facet: _position(facet, known)))


def _position(facet: Facet, known: Sequence[str]) -> tuple[int, int]:
    kind = next((at for at, kind in enumerate(_KINDS) if isinstance(facet, kind)), len(_KINDS))
    return kind, known.index(facet.name) if facet.name in known else len(known)
