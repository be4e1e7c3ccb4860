"""What documents that are built at the same time share: whatever they read, they read once."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from django.db import DatabaseError
from wagtail.models import Page

from .known_cards import KnownCards
from .named_terms import NamedTerms

T = TypeVar("T")
# Maps the primary keys of pages to what documents say of them; a page may be left out.
ReadPages = Callable[[Sequence[Page]], Mapping[int, T]]
Pages = Callable[[], Sequence[Page]]


class Together:
    """`public` returns the pages whose documents are built, `everyone` those of their groups."""

    def __init__(self, public: Pages = tuple, everyone: Pages = tuple) -> None:
        self.terms = NamedTerms()
        self.cards = KnownCards()
        self._public = public
        self._everyone = everyone
        self._found: dict[ReadPages[Any], Mapping[int, Any] | None] = {}

    def of(self, read: ReadPages[T], page: Page) -> T | None:
        """Return what `read` says of the page; it is called once for all public ones."""
        return self._of(read, self._public, [page]).get(page.pk)

    def of_group(self, read: ReadPages[T], pages: Sequence[Page]) -> Mapping[int, T]:
        """Return what `read` says of the pages of a group; it is called once for all groups."""
        return self._of(read, self._everyone, pages)

    def _of(self, read: ReadPages[T], scope: Pages, own: Sequence[Page]) -> Mapping[int, T]:
        """Where the content of one page makes it fail, each is read by itself; not where the
        database does, which then fails for all."""
        everyone = scope()
        if not {page.pk for page in own} <= {page.pk for page in everyone}:
            return read(own)
        if read not in self._found:
            try:
                self._found[read] = read(everyone)
            except DatabaseError:
                raise
            except Exception:
                self._found[read] = None
        found = self._found[read]
        return read(own) if found is None else found
