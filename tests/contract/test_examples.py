"""The examples in docs/api.md are what the API answers on the starting content.

`make contract` writes them. Ids, digests and moments differ from database to database, so each is
replaced by a fixed one of the same form.
"""

import json
import os
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from govlab.core.schemas.blocks import BLOCK_SCHEMAS
from govlab.delivery.log import relay
from govlab.delivery.models import Document

from .conftest import CONTRACT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("documents")]

API_MD = CONTRACT.with_name("api.md")
NEWS = "news"
LONG = 90
EPOCH = "3f9a1c07b2de"
PICTURE = "f7d02baf69e4"
BLOCK_ID = "00000000-0000-4000-8000-00000000002a"
STEADY = {
    "id": 42,
    "sequence": 108,
    "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "translation_key": "3f2b9c1e-6d0a-4a57-9b1c-2f8d0e7a4c55",
    "published_at": "2026-03-02T08:00:00Z",
    "updated_at": "2026-03-02T08:00:00Z",
    "translated_at": "2026-03-02T08:00:00Z",
    "source_changed_at": "2026-04-12T08:00:00Z",
}


def steady(value: Any, name: str = "") -> Any:
    if value is None:
        return None
    if name == "id" and isinstance(value, str):
        return BLOCK_ID
    if name in STEADY:
        return STEADY[name]
    if isinstance(value, dict):
        return {key: steady(part, key) for key, part in value.items()}
    if isinstance(value, list):
        return [steady(part) for part in value[:1]] + (["…"] if len(value) > 1 else [])
    if isinstance(value, str):
        return _short(value, name)
    return value


def _short(text: str, name: str) -> str:
    text = text.replace("http://testserver", "https://govlab.example")
    text = re.sub(r"/images/\d+/\w{12}/", f"/images/7/{PICTURE}/", text)
    text = re.sub(r"/documents/\d+/", "/documents/7/", text)
    if name == "epoch":
        return EPOCH
    if re.fullmatch(r"[0-9a-f]{12}-[0-9]+", text):
        return f"{EPOCH}-108"
    if name == "next":
        return "eyJ…"
    return text if len(text) <= LONG else text[:LONG].rstrip() + "…"


def block(call: str, *answers: Any) -> str:
    indented = [json.dumps(steady(answer), ensure_ascii=False, indent=2) for answer in answers]
    return "\n".join([f"`{call}`", "", "```json", *indented, "```"])


def an_item(client: Client) -> Any:
    items = client.get("/api/v1/news?locale=lv&order=title&limit=1").json()["items"]
    return items[0]


def export(client: Client) -> str:
    text = client.get("/api/v1/export?locale=lv").getvalue().decode()
    first, *_, last = map(json.loads, text.splitlines())
    return block("GET /api/v1/export?locale=lv", first, {"type": "home", "…": "…"}, last)


def changes(client: Client) -> str:
    answer = client.get("/api/v1/changes?limit=1").json()
    short = {name: answer["items"][0][name] for name in ("id", "type", "locale", "sequence")}
    return block(
        f"GET /api/v1/changes?since={EPOCH}-107&limit=1", answer | {"items": [short | {"…": "…"}]}
    )


def tombstone(client: Client) -> str:
    head = client.get("/api/v1/").json()["head"]
    Page.objects.get(pk=an_item(client)["id"]).specific.unpublish()
    relay.drain()
    entries = client.get(f"/api/v1/changes?since={head}").json()["items"]
    found = next(entry for entry in entries if entry["type"] == "tombstone")
    return block(
        f"GET /api/v1/changes?since={EPOCH}-107", {"items": [found], "next": head, "head": head}
    )


def verify(client: Client) -> str:
    item = an_item(client)
    sent = [{"id": item["id"], "digest": item["digest"]}]
    answer = client.post("/api/v1/verify", sent, content_type="application/json").json()
    return block("POST /api/v1/verify", sent, answer)


def a_list(client: Client) -> str:
    call = "/api/v1/cases?locale=en&view=summary&order=title&limit=1"
    return block(f"GET {call}", client.get(call).json())


def document(client: Client) -> str:
    call = f"/api/v1/pages/by-path?path={an_item(client)['path']}"
    return block(f"GET {call}", client.get(call).json())


def blocks(client: Client) -> str:
    found: dict[str, Any] = {}
    rows = Document.objects.filter(live=True, locale="en").order_by("path")
    for text in rows.values_list("json", flat=True):
        for part in json.loads(text)["body"]:
            found.setdefault(part["type"], part)
    shown = [found[name] for name in BLOCK_SCHEMAS if name in found]
    answers = [json.dumps(steady(part), ensure_ascii=False) for part in shown]
    return "\n".join(["```json", *answers, "```"])


def search(client: Client) -> str:
    call = "/api/v1/search?q=saprotamas vestules&locale=lv&limit=1"
    return block(f"GET {call}", client.get(call).json())


def suggest(client: Client) -> str:
    call = "/api/v1/suggest?q=vēst&locale=lv"
    return block(f"GET {call}", client.get(call).json())


def coverage(client: Client) -> str:
    call = "/api/v1/coverage?locale=en&status=outdated&limit=1"
    return block(f"GET {call}", client.get(call).json())


def problem(client: Client) -> str:
    call = "/api/v1/news?limit=500"
    answer = client.get(call).json()
    return "\n".join(
        [f"`GET {call}`", "", "```json", json.dumps(answer, ensure_ascii=False, indent=2), "```"]
    )


EXAMPLES: dict[str, Callable[[Client], str]] = {
    "export": export,
    "changes": changes,
    "tombstone": tombstone,
    "verify": verify,
    "list": a_list,
    "search": search,
    "suggest": suggest,
    "document": document,
    "blocks": blocks,
    "coverage": coverage,
    "problem": problem,
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_example(client: Client, name: str) -> None:
    pattern = re.compile(rf"(<!-- example: {name} -->\n).*?(<!-- end -->)", re.DOTALL)
    text = API_MD.read_text()
    made = EXAMPLES[name](client)
    wanted = pattern.sub(lambda match: f"{match[1]}{made}\n{match[2]}", text)
    assert f"<!-- example: {name} -->" in text
    if os.environ.get("WRITE_EXAMPLES"):
        API_MD.write_text(wanted)
    assert API_MD.read_text() == wanted, "Run: make contract"


def test_every_example_has_its_place() -> None:
    assert re.findall(r"<!-- example: (\w+) -->", API_MD.read_text()) == list(EXAMPLES)
