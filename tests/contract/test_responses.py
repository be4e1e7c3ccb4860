"""Every answer on the starting content is what the contract declares, and nothing else."""

import hashlib
import json
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from govlab.core.schemas.blocks import BLOCK_SCHEMAS
from govlab.delivery.documents.registry import document_types
from govlab.delivery.models import Document

from .schemas import declared, errors, named

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("documents")]

CALLS = {
    "/api/v1/": "",
    "/api/v1/pages": "limit=100",
    "/api/v1/news": "locale=en&fallback=lv&limit=100",
    "/api/v1/cases": "view=summary&locale=lv&fallback=en",
    "/api/v1/methods": "order=title",
    "/api/v1/navigation": "locale=lv",
    "/api/v1/changes": "limit=100",
}


@pytest.mark.parametrize("path", CALLS)
def test_call(client: Client, contract: Any, path: str) -> None:
    answer = client.get(f"{path}?{CALLS[path]}")
    assert errors(contract, declared(contract, path), answer.json()) == []


@pytest.mark.parametrize("vocabulary", ["topic", "laboratory", "institution"])
def test_terms(client: Client, contract: Any, vocabulary: str) -> None:
    answer = client.get(f"/api/v1/terms/{vocabulary}?locale=lv").json()
    assert answer["items"]
    schema = declared(contract, "/api/v1/terms/{vocabulary}")
    assert errors(contract, schema, answer) == []


def test_every_document_by_id_path_and_group(client: Client, contract: Any) -> None:
    for row in Document.objects.filter(live=True):
        one = client.get(f"/api/v1/pages/{row.page_id}")
        path = client.get(f"/api/v1/pages/by-path?{urlencode({'path': row.path})}")
        assert one.content == path.content
        group = client.get(f"/api/v1/groups/{row.translation_key}").json()
        assert one.json() in group["documents"]
    assert errors(contract, named("Group"), group) == []


def test_every_line_of_an_export_and_every_type(client: Client, contract: Any) -> None:
    text = client.get("/api/v1/export").getvalue().decode()
    lines = [json.loads(line) for line in text.splitlines()]
    for line in lines:
        assert errors(contract, named("ExportLine"), line) == [], line.get("path")
    types = {line["type"] for line in lines[1:-1]}
    assert types == {kind.name for kind in document_types()}


def test_a_client_can_compute_every_digest(client: Client) -> None:
    """As docs/api.md says, from the bytes that it got; from a list with a fallback too."""
    left_out = {"sequence", "digest", "updated_at", "requested_locale"}
    items = client.get("/api/v1/pages?locale=en&fallback=lv&limit=100").json()["items"]
    for document in items:
        covered = {name: value for name, value in document.items() if name not in left_out}
        text = json.dumps(covered, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        assert hashlib.sha256(text.encode()).hexdigest() == document["digest"]


def test_problems(client: Client, contract: Any) -> None:
    for address in ("nothing", "pages/999999", "pages?x=1", "news?limit=0"):
        answer = client.get(f"/api/v1/{address}").json()
        assert errors(contract, named("Problem"), answer) == []


def test_verify(client: Client, contract: Any) -> None:
    row = Document.objects.filter(live=True)[0]
    copies = [{"id": row.page_id, "digest": row.digest}, {"id": 999999, "digest": ""}]
    answer = client.post("/api/v1/verify", copies, content_type="application/json").json()
    assert errors(contract, declared(contract, "/api/v1/verify", "post"), answer) == []


def test_the_starting_content_has_most_blocks() -> None:
    """The others are validated one by one; see test_blocks."""
    seen = {
        block["type"]
        for text in Document.objects.filter(live=True).values_list("json", flat=True)
        for block in json.loads(text)["body"]
    }
    assert seen <= BLOCK_SCHEMAS.keys()
    assert len(seen) >= 8
