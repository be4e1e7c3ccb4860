"""The interface with which schemas resolve references."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from django.db.models import Model
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page, TranslatableMixin

from .images import Image
from .links import File, PageCard, PageLink, Term

T = TypeVar("T")


class ReferenceResolver(Protocol):
    """Resolves references of one page to public data.

    Each reference is recorded, so that the document is rebuilt when its target changes.
    """

    @property
    def locale(self) -> str:
        """The language code of the document."""

    @property
    def source_locale(self) -> str:
        """The language code of the original."""

    def html(self, source: str) -> str:
        """Return stored rich text as safe HTML with absolute URLs."""

    def absolute(self, address: str) -> str:
        """Return the absolute URL of a path or fragment."""

    def image(self, image: AbstractImage | None, alt: str) -> Image | None:
        """Return the picture, or None if there is none or its file cannot be read."""

    def file(self, document: AbstractDocument | None, title: str) -> File | None:
        """Return the file, or None if there is none or its collection is restricted.

        `title` defaults to that of the file.
        """

    def linked_file(self, document: AbstractDocument | None) -> File | None:
        """Return the file that a text links to, as `file` does. The document lists it."""

    def terms(self, terms: Sequence[TranslatableMixin]) -> list[Term]:
        """Each term once, in the document's language where it has a name in it."""

    def named_terms(self, terms: Sequence[TranslatableMixin]) -> list[Any]:
        """The rows of the terms, as `terms` chooses them, for fields beside their names."""

    def cards(self, pages: Iterable[Page | int]) -> list[PageCard]:
        """The public ones among pages or their ids, in their order, each once."""

    def link(self, page: Page | int | None) -> PageLink | None:
        """None for a page that is not public."""

    def links(self, pages: Iterable[Page | int]) -> list[PageLink]:
        """The public ones among pages or their ids, in their order, each once."""

    def together(self, read: Callable[[Sequence[Page]], Mapping[int, T]], page: Page) -> T | None:
        """Return what `read` says of the page, None if nothing. It is called once for all pages
        whose documents are built at the same time, and maps their primary keys."""

    def note(self, instance: Model) -> None:
        """Record a reference to an object of a model that the project tracks."""

    def urls(self, page_ids: Sequence[int]) -> dict[int, str]:
        """Page id → address, of those that are public."""
