"""A portal's copy, kept by /export and /changes over HTTP as the documentation says."""

import json
from typing import Any

import requests

SECONDS = 30


class Portal:
    def __init__(self, address: str) -> None:
        self.address = address
        self.documents: dict[int, dict[str, Any]] = {}
        self.since = ""

    def copy_everything(self) -> None:
        self.since, self.documents = self.export()

    def pull(self, limit: int = 100, *, crashes: bool = False) -> bool:
        """One page of the feed; False at its end. Crashed, it has applied it and then forgets."""
        path = f"/api/v1/changes?since={self.since}&limit={limit}"
        response = requests.get(self.address + path, timeout=SECONDS)
        if response.status_code == 409:
            self.copy_everything()
            return True
        response.raise_for_status()
        page = response.json()
        for entry in page["items"]:
            if entry["type"] == "tombstone":
                self.documents.pop(entry["id"], None)
            else:
                self.documents[entry["id"]] = entry
        if not crashes:
            self.since = page["next"]
        return bool(page["items"])

    def export(self) -> tuple[str, dict[int, dict[str, Any]]]:
        """The cursor to go on from, and every document by its page."""
        response = requests.get(f"{self.address}/api/v1/export", timeout=SECONDS)
        response.raise_for_status()
        first, *documents, end = (json.loads(line) for line in response.content.splitlines())
        if end != {"type": "end", "count": len(documents)}:
            raise requests.RequestException("the export was cut off")
        return first["next"], {document["id"]: document for document in documents}
