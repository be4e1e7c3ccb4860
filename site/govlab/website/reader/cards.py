"""Documents of which a page shows only cards."""

import json
from collections.abc import Iterable
from datetime import datetime

from govlab.delivery.documents.batch import Row
from govlab.delivery.documents.registry import parse
from govlab.delivery.schemas.page import PageDocument


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
        documents = [parse(json.loads(row.text) | {"body": []}) for row in rows]
        self._turns += [moment for document in documents if (moment := document.turns_at())]
        return documents
