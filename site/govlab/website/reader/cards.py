"""Documents of which a page shows only cards.

Many pages show the same ones, so the latest are kept as they are parsed.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from hashlib import blake2b
from threading import Lock

from cachetools import LRUCache, cached

from govlab.delivery.documents.batch import Row
from govlab.delivery.documents.registry import parse
from govlab.delivery.schemas.page import PageDocument

# Of 10 kB each.
MOST_KEPT = 1000


class Cards:
    """Parses the documents of one page's cards."""

    def __init__(self) -> None:
        self._turns: list[datetime] = []

    @property
    def expires_at(self) -> datetime | None:
        """When the first of the documents looks different although the log is not."""
        return min(self._turns, default=None)

    def of(self, rows: Iterable[Row]) -> list[PageDocument]:
        """Without bodies, which are half of what parsing costs."""
        documents = [_parsed(row.text) for row in rows]
        self._turns += [moment for document in documents if (moment := document.turns_at())]
        return documents


@cached(LRUCache(MOST_KEPT), key=lambda text: blake2b(text.encode()).digest(), lock=Lock())
def _parsed(text: str) -> PageDocument:
    return parse(json.loads(text) | {"body": []})
