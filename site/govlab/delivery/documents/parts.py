"""What pages of a type show of other documents, beyond lists and related content.

An app registers how to make the part where it registers the type. Its queries belong to the one
statement that a page is read with.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from ..schemas.page import PageDocument
from .batch import Batch, Row

# Parses the documents of cards, without their bodies, and notes when they look different.
ReadCards = Callable[[Iterable[Row]], list[PageDocument]]


class Part(Protocol):
    """Depends on the document and the parameters alone, because it is kept for later requests;
    what depends on the time is queried with `batch.Now`."""

    def add_queries(self, batch: Batch) -> None:
        """The names of the queries begin with `part`."""

    def context(self, rows: Mapping[str, list[Row]], cards: ReadCards) -> dict[str, Any]:
        """Return what the template of the type gets. Raises Http404 for a page of a list that does
        not exist."""


# Makes the part from the document and the query parameters that its type declares.
MakePart = Callable[[PageDocument, Mapping[str, str]], Part]
