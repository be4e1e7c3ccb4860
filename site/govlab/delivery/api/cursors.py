"""Opaque keyset cursors, which keep pagination stable while content is being published."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass

from .problems import ProblemError, invalid


def invalid_cursor() -> ProblemError:
    return invalid("cursor", "Must be the “next” of an earlier response of this list.")


@dataclass(frozen=True)
class Cursor:
    order: str
    # The sort value of the last item, as text, and its id.
    value: str
    page_id: int

    def encode(self) -> str:
        parts = json.dumps([self.order, self.value, self.page_id], separators=(",", ":"))
        return urlsafe_b64encode(parts.encode()).decode().rstrip("=")

    @classmethod
    def decode(cls, text: str, order: str) -> "Cursor":
        """Raises a 422 problem if the text is not a cursor of a list in this order."""
        try:
            padded = text + "=" * (-len(text) % 4)
            found, value, page_id = json.loads(urlsafe_b64decode(padded.encode()))
            value.encode()
        except (ValueError, TypeError, AttributeError, RecursionError):
            raise invalid_cursor() from None
        if type(page_id) is not int or "\0" in value:
            raise invalid_cursor()
        if found != order:
            raise invalid("cursor", "Belongs to another order. Request the first page again.")
        return cls(order, value, page_id)
