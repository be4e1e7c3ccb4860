"""Opaque cursors: where a list was left, so that it goes on there whatever was published since."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass

from .problems import ProblemError, invalid


def unusable() -> ProblemError:
    return invalid("cursor", "Is not one that this list gave as “next”.")


@dataclass(frozen=True)
class Cursor:
    order: str
    # The last item's value of what the list is ordered by, as text, and its id.
    value: str
    page_id: int

    def encode(self) -> str:
        parts = json.dumps([self.order, self.value, self.page_id], separators=(",", ":"))
        return urlsafe_b64encode(parts.encode()).decode().rstrip("=")

    @classmethod
    def decode(cls, text: str, order: str) -> "Cursor":
        """Raises a 422 problem for what is no cursor of a list in this order."""
        try:
            padded = text + "=" * (-len(text) % 4)
            found, value, page_id = json.loads(urlsafe_b64decode(padded.encode()))
            value.encode()
        except (ValueError, TypeError, AttributeError, RecursionError):
            raise unusable() from None
        if type(page_id) is not int or "\0" in value:
            raise unusable()
        if found != order:
            raise invalid("cursor", "Belongs to a list in another order; start that one anew.")
        return cls(order, value, page_id)
