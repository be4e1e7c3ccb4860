"""What schemas ask for what a page refers to."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page, TranslatableMixin

from .images import Image
from .links import File, PageCard, PageLink, Term


class ReferenceResolver(Protocol):
    """Turns references of one page into what the public may see of them.

    Each is noted, found or not, so that the document is rebuilt when what it refers to changes.
    """

    @property
    def locale(self) -> str:
        """The language code of the document."""

    @property
    def source_locale(self) -> str:
        """The language code that the page was translated from; its own for an original."""

    def html(self, source: str) -> str:
        """Stored rich text as safe HTML with absolute addresses."""

    def absolute(self, address: str) -> str:
        """A path or an anchor with scheme and host."""

    def image(self, image: AbstractImage | None, alt: str) -> Image | None:
        """None without a picture, and for one whose file never could be read."""

    def file(self, document: AbstractDocument | None, title: str) -> File | None:
        """None without a file, and for one in a collection that is not open to everybody.

        `title` is the file's own where it is empty.
        """

    def terms(self, terms: Sequence[TranslatableMixin]) -> list[Term]:
        """Each term once, in the document's language where it has a name in it."""

    def cards(self, pages: Iterable[Page | int]) -> list[PageCard]:
        """The public ones among pages or their ids, in their order, each once."""

    def link(self, page: Page | int | None) -> PageLink | None:
        """None for a page that is not public."""

    def links(self, pages: Iterable[Page | int]) -> list[PageLink]:
        """The public ones among pages or their ids, in their order, each once."""

    def urls(self, page_ids: Sequence[int]) -> dict[int, str]:
        """Page id → address, of those that are public."""
