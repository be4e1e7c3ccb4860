"""Which pages other documents show, while the documents of these pages are written."""

from collections.abc import Collection, Iterable
from uuid import UUID

from .marks import shown_pages


class ShownPages:
    """Read once for all the groups, and kept current with the references that are added."""

    def __init__(self, keys: Collection[UUID]) -> None:
        self._keys = keys
        self._found: set[str] | None = None
        # The references whose documents must be rebuilt, in the order of the changes.
        self.outdated: list[str] = []

    def add(self, references: Iterable[str]) -> None:
        """Before the first change there is nothing to keep: it reads what was added until then."""
        if self._found is not None:
            self._found.update(references)

    def changed(self, key: UUID) -> None:
        """The cards of a group changed; what its own documents refer to must have been added."""
        if self._found is None:
            self._found = set(shown_pages(self._keys))
        if (reference := f"page:{key}") in self._found:
            self.outdated.append(reference)
