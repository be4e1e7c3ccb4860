"""A portal that copies the site as an integrator would, and holds its copy against every answer."""

import json
from dataclasses import dataclass, field
from typing import Any

from django.test import Client

from govlab.delivery.log import audit, feed, relay

Json = dict[str, Any]


@dataclass(frozen=True)
class Changes:
    """What one look at the feed brought, by page, in the order of the sequence."""

    documents: dict[int, Json] = field(default_factory=dict)
    withdrawn: dict[int, str] = field(default_factory=dict)


NOTHING = Changes()


class Portal:
    def __init__(self) -> None:
        self.client = Client()
        self.cursor = "0"
        self.copies: dict[int, Json] = {}

    @property
    def sequence(self) -> int:
        return int(self.cursor.rpartition("-")[2])

    def follow(self) -> Changes:
        """Relays what is due, reads the feed to its end, and checks the copy that it keeps."""
        relay.drain()
        differences = [str(difference) for difference in audit.differences()]
        assert not differences, differences
        expected = [entry.document for entry in feed.after(self.sequence, 1000)]
        changes = Changes()
        items = self._read()
        assert items == expected, (items, expected)
        for item in items:
            if item["type"] == "tombstone":
                changes.withdrawn[item["id"]] = item["reason"]
                self.copies.pop(item["id"], None)
                assert self.get(f"pages/{item['id']}").status_code == 410
            else:
                changes.documents[item["id"]] = item
                self.copies[item["id"]] = item
                assert self.get(f"pages/{item['id']}").json() == item
        assert self.copies == self.export()
        return changes

    def export(self) -> dict[int, Json]:
        answer = self.get("export")
        lines = [json.loads(line) for line in b"".join(answer).splitlines()]  # type: ignore[arg-type]
        assert (lines[0]["next"], lines[-1]["type"]) == (self.cursor, "end")
        return {document["id"]: document for document in lines[1:-1]}

    def get(self, call: str, **parameters: Any) -> Any:
        return self.client.get(f"/api/v1/{call}", parameters)

    def __getitem__(self, page: Any) -> Json:
        """The portal's copy of a page."""
        return self.copies[page.pk]

    def __contains__(self, page: Any) -> bool:
        return page.pk in self.copies

    def _read(self) -> list[Json]:
        """In small pages, so that every look at the feed crosses their borders."""
        items: list[Json] = []
        while True:
            answer = self.get("changes", since=self.cursor, limit=3).json()
            sequences = [item["sequence"] for item in answer["items"]]
            assert sequences == sorted(set(sequences))
            assert all(sequence > self.sequence for sequence in sequences)
            items += answer["items"]
            self.cursor = answer["next"]
            if self.cursor == answer["head"]:
                return items
