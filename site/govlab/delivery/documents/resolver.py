"""Resolves a page's references to public data, and records each of them.

Pages are resolved from the log, which stores a card for each document, so pages that are not public
have none. A reference is recorded even if it does not resolve.
"""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar
from urllib.parse import urljoin
from uuid import UUID

from django.db.models import Model
from django.urls import reverse
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page, TranslatableMixin

from ..closed_collections import in_closed_collection
from ..schemas.images import Image
from ..schemas.links import File, PageCard, PageLink, Term
from . import pictures
from .known_cards import Keyed
from .media_types import media_type
from .rich_text import expand
from .together import ReadPages, Together

T = TypeVar("T")


class Resolver:
    """Resolves the references of one document, preferably in its `locale`. `address` is the scheme
    and host of its site, `page_url` its own URL. `closed` are the tree paths of the collections
    whose files are left out, by default all that are not public. `together` is what
    documents of the same time share."""

    def __init__(
        self,
        locale: str,
        address: str,
        page_url: str,
        source_locale: str = "",
        closed: tuple[str, ...] | None = None,
        together: Together | None = None,
    ) -> None:
        self.locale = locale
        # The language of the original.
        self.source_locale = source_locale or locale
        self.address = address
        self.page_url = page_url
        self._closed = closed
        self._together = together or Together()
        self.references: set[str] = set()
        # By their ids.
        self.linked_files: dict[int, File] = {}

    def html(self, source: str) -> str:
        return expand(source, self)

    def absolute(self, address: str) -> str:
        """Return the absolute URL of a path or fragment."""
        return urljoin(self.page_url, address)

    def image(self, image: AbstractImage | None, alt: str) -> Image | None:
        if image is None:
            return None
        self.references.add(f"image:{image.pk}")
        return pictures.picture(image, alt, self.address)

    def file(self, document: AbstractDocument | None, title: str) -> File | None:
        """Return the public form of a file, or None if there is none or its collection is
        restricted."""
        if document is None:
            return None
        self.references.add(f"file:{document.pk}")
        if self._is_closed(document):
            return None
        return File(
            id=document.pk,
            title=title or document.title,
            url=self.address + reverse("wagtaildocs_serve", args=[document.pk, document.filename]),
            filename=document.filename,
            size=document.file_size,
            media_type=media_type(document.filename),
            digest=document.file_hash,
        )

    def linked_file(self, document: AbstractDocument | None) -> File | None:
        """Return what `file` does, for a link in a text."""
        file = self.file(document, "")
        if file:
            self.linked_files[file.id] = file
        return file

    def _is_closed(self, document: AbstractDocument) -> bool:
        if self._closed is None:
            return in_closed_collection(document)
        return bool(document.collection.path.startswith(self._closed))

    def terms(self, terms: Sequence[TranslatableMixin]) -> list[Term]:
        """Return the terms without duplicates, in the document's language if they have a name in
        it, else in another."""
        return [
            Term(
                vocabulary=term._meta.model_name,
                slug=term.slug,
                name=term.name,
                locale=term.locale.language_code,
                translation_key=str(term.translation_key),
            )
            for term in self.named_terms(terms)
        ]

    def named_terms(self, terms: Sequence[TranslatableMixin]) -> list[Any]:
        """Return the rows that `terms` describes."""
        found: dict[UUID, Any] = {}
        for model in {type(term) for term in terms}:
            keys = {term.translation_key for term in terms if type(term) is model}
            found |= self._together.terms.of(model, keys, self.locale)
        self.references.update(f"term:{term.translation_key}" for term in terms)
        chosen = {term.translation_key: found.get(term.translation_key, term) for term in terms}
        return list(chosen.values())

    def note(self, instance: Model) -> None:
        """Record a reference to an object of a model that the project tracks."""
        self.references.add(object_reference(instance))

    def cards(self, pages: Iterable[Keyed | int]) -> list[PageCard]:
        """Return cards of the public pages among those given, without duplicates."""
        return list(self._cards(self._together.cards.keys(pages).values()).values())

    def link(self, page: Page | int | None) -> PageLink | None:
        links = self.links([page] if page else [])
        return links[0] if links else None

    def links(self, pages: Iterable[Keyed | int]) -> list[PageLink]:
        return [as_link(card) for card in self.cards(pages)]

    def urls(self, page_ids: Sequence[int]) -> dict[int, str]:
        """Map the ids of public pages to their URLs."""
        keys = self._together.cards.keys(page_ids)
        cards = self._cards(keys.values())
        return {page_id: cards[key].url for page_id, key in keys.items() if key in cards}

    def together(self, read: ReadPages[T], page: Page) -> T | None:
        return self._together.of(read, page)

    def _cards(self, keys: Iterable[UUID]) -> dict[UUID, PageCard]:
        """Return the cards of public pages in the document's language, else in the first other
        language."""
        found = self._together.cards.of(dict.fromkeys(keys))
        self.references.update(f"page:{key}" for key in found)
        return {
            key: cards.get(self.locale) or cards[min(cards)]
            for key, cards in found.items()
            if cards
        }


def as_link(card: PageCard) -> PageLink:
    return PageLink(**{name: getattr(card, name) for name in PageLink.model_fields})


def object_reference(instance: Model) -> str:
    """Return the key under which documents record an object of a project's own model."""
    return f"object:{instance._meta.label_lower}:{instance.pk}"
