"""A portal's copy of the site, kept as the documentation tells portals to keep it."""

import json
from typing import Any

from django.test import Client


class Replica:
    """Applies entries in the order given; the same entry twice changes nothing."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.documents: dict[int, dict[str, Any]] = {}
        self.since = "0"

    def copy_everything(self) -> None:
        stamp, documents = export(self.client)
        self.documents = {document["id"]: document for document in documents}
        self.since = stamp

    def pull(self, limit: int, *, interrupted: bool = False) -> bool:
        """One page of the feed; False at its end. Interrupted: applied, and then forgotten."""
        answer = self.client.get(f"/api/v1/changes?since={self.since}&limit={limit}")
        assert answer.status_code == 200, answer.content
        page = answer.json()
        last = sequence_of(self.since)
        for entry in page["items"]:
            assert entry["sequence"] > last, "the feed goes up, and never back before `since`"
            last = entry["sequence"]
            self._apply(entry)
        assert sequence_of(page["next"]) == last
        assert sequence_of(page["head"]) >= last
        if not interrupted:
            self.since = page["next"]
        return bool(page["items"])

    def _apply(self, entry: dict[str, Any]) -> None:
        if entry["type"] == "tombstone":
            self.documents.pop(entry["id"], None)
        else:
            self.documents[entry["id"]] = entry


def sequence_of(cursor: str) -> int:
    return int(cursor.rpartition("-")[2])


def export(client: Client) -> tuple[str, list[dict[str, Any]]]:
    """The cursor to continue from, and every document."""
    answer: Any = client.get("/api/v1/export")
    first, *lines, end = (json.loads(line) for line in b"".join(answer).splitlines())
    assert end == {"type": "end", "count": len(lines)}
    return first["next"], lines
