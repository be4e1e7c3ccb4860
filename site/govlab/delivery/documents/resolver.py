"""Resolves a page's references to public data, and records each of them.

Pages are resolved from the log, which stores a card for each document, so pages that are not public
have none. A reference is recorded even if it does not resolve.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urljoin
from uuid import UUID

from django.db.models import Model
from django.urls import reverse
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page, TranslatableMixin

from ..closed_collections import in_closed_collection
from ..models import Document
from ..schemas.images import Image
from ..schemas.links import File, PageCard, PageLink, Term
from . import pictures
from .media_types import media_type
from .named_terms import NamedTerms
from .rich_text import expand


class Resolver:
    """Resolves the references of one document, preferably in its `locale`. `address` is the scheme
    and host of its site, `page_url` its own URL. `closed` are the tree paths of the collections
    whose files are left out, by default all that are not public. `terms` are those that documents
    of the same time share."""

    def __init__(
        self,
        locale: str,
        address: str,
        page_url: str,
        source_locale: str = "",
        closed: tuple[str, ...] | None = None,
        terms: NamedTerms | None = None,
    ) -> None:
        self.locale = locale
        # The language of the original.
        self.source_locale = source_locale or locale
        self.address = address
        self.page_url = page_url
        self._closed = closed
        self._terms = terms or NamedTerms()
        self.references: set[str] = set()
        self._keys: dict[int, UUID] = {}
        self._cards: dict[UUID, dict[str, PageCard]] = {}

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
            found |= self._terms.of(model, keys, self.locale)
        self.references.update(f"term:{term.translation_key}" for term in terms)
        chosen = {term.translation_key: found.get(term.translation_key, term) for term in terms}
        return list(chosen.values())

    def note(self, instance: Model) -> None:
        """Record a reference to an object of a model that the project tracks."""
        self.references.add(object_reference(instance))

    def cards(self, pages: Iterable[Page | int]) -> list[PageCard]:
        """Return cards of the public pages among those given, without duplicates."""
        keys = self._translation_keys(list(pages))
        self._fetch_cards(keys)
        cards = [self._card(key) for key in dict.fromkeys(keys)]
        return [card for card in cards if card]

    def link(self, page: Page | int | None) -> PageLink | None:
        links = self.links([page] if page else [])
        return links[0] if links else None

    def links(self, pages: Iterable[Page | int]) -> list[PageLink]:
        return [as_link(card) for card in self.cards(pages)]

    def urls(self, page_ids: Sequence[int]) -> dict[int, str]:
        """Map the ids of public pages to their URLs."""
        self._fetch_cards(self._translation_keys(list(page_ids)))
        found = ((page_id, self._card(self._keys.get(page_id))) for page_id in page_ids)
        return {page_id: card.url for page_id, card in found if card}

    def _translation_keys(self, pages: list[Page | int]) -> list[UUID]:
        """Return the translation keys of the pages, without pages that were deleted."""
        known = {page.pk: page.translation_key for page in pages if isinstance(page, Page)}
        self._keys |= known
        missing = {page for page in pages if isinstance(page, int)} - set(self._keys)
        if missing:
            rows = Page.objects.filter(pk__in=missing).values_list("pk", "translation_key")
            self._keys |= dict(rows)
        numbers = [page.pk if isinstance(page, Page) else page for page in pages]
        return [self._keys[number] for number in numbers if number in self._keys]

    def _fetch_cards(self, keys: Iterable[UUID]) -> None:
        missing = set(keys) - set(self._cards)
        self.references.update(f"page:{key}" for key in missing)
        if not missing:
            return
        self._cards |= {key: {} for key in missing}
        rows = Document.objects.filter(translation_key__in=missing, live=True)
        for key, locale, card in rows.values_list("translation_key", "locale", "card_json"):
            self._cards[key][locale] = PageCard(**json.loads(card))

    def _card(self, key: UUID | None) -> PageCard | None:
        """Return the card in the document's language, else in the first other language."""
        by_locale = self._cards.get(key, {}) if key else {}
        return by_locale.get(self.locale) or next(
            (by_locale[locale] for locale in sorted(by_locale)), None
        )


def as_link(card: PageCard) -> PageLink:
    return PageLink(**{name: getattr(card, name) for name in PageLink.model_fields})


def object_reference(instance: Model) -> str:
    """Return the key under which documents record an object of a project's own model."""
    return f"object:{instance._meta.label_lower}:{instance.pk}"
