"""Which page type becomes which document.

An app registers its types in `AppConfig.ready()`, so delivery knows none of them by name:

    register(NewsPage, NewsDocument, collection="news")
"""

from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from ..schemas.page import PageDocument


@dataclass(frozen=True)
class DocumentType:
    model: type[Page]
    schema: type[PageDocument]
    # The list of the API that it stands in (`/news`), if it has one of its own.
    collection: str = ""

    @property
    def name(self) -> str:
        """The `type` that documents carry."""
        return str(self.schema.model_fields["type"].default)


_types: dict[type[Page], DocumentType] = {}


def register(model: type[Page], schema: type[PageDocument], *, collection: str = "") -> None:
    """Raises ValueError where another model already makes documents of the type or collection."""
    added = DocumentType(model, schema, collection)
    for known in _types.values():
        if known.model is not model and (
            known.name == added.name or (collection and known.collection == collection)
        ):
            raise ValueError(f"{model.__name__} and {known.model.__name__} claim the same name.")
    _types[model] = added


def document_types() -> list[DocumentType]:
    return list(_types.values())


def parse(document: dict[str, Any]) -> PageDocument:
    """A document of the log as its schema. Raises KeyError for a type that no app registered."""
    schemas = {kind.name: kind.schema for kind in document_types()}
    return schemas[document["type"]].model_validate(document)


def document_type(model: type[Page]) -> DocumentType | None:
    return _types.get(model)
