"""Builds the document of a page, with everything that the log stores about it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.utils import timezone, translation
from wagtail.models import Page

from ..alphabet import sort_key
from ..schemas.links import PageCard
from ..schemas.page import PageDocument, PageSummary
from .canonical import digest
from .common import common_fields
from .group import Group
from .registry import DocumentType, document_type, facet_values
from .resolver import Resolver
from .specific import specific_pages
from .tree import PublicTree

# Pages published by an import may lack a date of publication; they sort last.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Built:
    """What the log stores about a public page. `document` lacks the fields that the log adds."""

    type: DocumentType
    document: dict[str, Any]
    digest: str
    card: dict[str, Any]
    facets: frozenset[tuple[str, str]]
    references: frozenset[str]
    columns: dict[str, Any] = field(repr=False)

    def stamped(self, sequence: int, updated_at: datetime) -> dict[str, Any]:
        """Return the document with the fields that the log adds."""
        moment = updated_at.astimezone(UTC).isoformat().replace("+00:00", "Z")
        return self.document | {
            "sequence": sequence,
            "digest": self.digest,
            "updated_at": moment,
        }


def summary_of(document: dict[str, Any]) -> dict[str, Any]:
    return {name: document[name] for name in PageSummary.model_fields}


def build(page: Page, group: Group, tree: PublicTree) -> Built | None:
    """Return the document of a public page of the group, or None if its type is not registered.

    Raises any exception of reading the page; the log then continues without the page.
    """
    model = page.specific_class
    if model is None:
        raise LookupError(f"The page type “{page.cached_content_type}” is not installed.")
    kind = document_type(model)
    if kind is None:
        return None
    specific = group.together.of(specific_pages, page)
    if specific is None:
        raise LookupError(f"Page {page.pk} has no row of its type.")
    specific.locale = page.locale
    # Independent of the time zone and language of the editor's request that this may run in.
    locale = page.locale.language_code
    with timezone.override(None), translation.override(locale):
        return _built(kind, specific, group, tree)


def page_document(
    kind: DocumentType, page: Page, group: Group, tree: PublicTree, resolver: Resolver
) -> PageDocument:
    """Return the document of the page as it is in memory, without the fields that the log adds."""
    fields = common_fields(kind.schema, page, group, tree, resolver)
    fields |= kind.schema.details(page, resolver)
    # Known once all texts are expanded.
    fields["linked_files"] = list(resolver.linked_files.values())
    return kind.schema(type=kind.name, sequence=0, digest="", updated_at=timezone.now(), **fields)


def _built(kind: DocumentType, page: Page, group: Group, tree: PublicTree) -> Built:
    root, locale = tree.root_of(page), page.locale.language_code
    resolver = Resolver(
        locale,
        root.address if root else "",
        tree.location(page)[1],
        group.info(page).source_locale,
        together=group.together,
    )
    schema = page_document(kind, page, group, tree, resolver)
    document = schema.model_dump(mode="json")
    published = page.first_published_at
    translation_info = group.info(page)
    return Built(
        type=kind,
        document=document,
        digest=digest(document),
        card={name: document[name] for name in PageCard.model_fields},
        facets=frozenset(facet_values(schema)),
        references=frozenset(resolver.references),
        columns={
            "type": kind.name,
            "collection": kind.collection,
            "locale": locale,
            "translation_key": page.translation_key,
            "path": document["path"],
            "published_at": published,
            "sort_date": kind.schema.sort_date(page) or published or NEVER,
            "starts_at": kind.schema.starts_at(page),
            "ends_at": kind.schema.ends_at(page),
            "sort_title": sort_key(page.title, locale),
            "tree_path": page.path,
            "in_menu": page.show_in_menus,
            "translation_status": str(translation_info.status),
            "translated_at": translation_info.translated_at,
            "source_changed_at": translation_info.source_changed_at,
        },
    )
