"""The checker finds what breaks clients, and lets pass what does not."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from tools.breaking import changes, is_new_major

Change = Callable[[Any], Any]
CONTRACT = json.loads((Path(__file__).parents[2] / "docs/openapi.json").read_text())


def after(change: Change) -> list[str]:
    new = deepcopy(CONTRACT)
    change(new)
    return list(changes(CONTRACT, new))


def news(contract: Any) -> Any:
    return contract["paths"]["/api/v1/news"]["get"]


def parameter(contract: Any, name: str) -> Any:
    return next(found for found in news(contract)["parameters"] if found["name"] == name)


def schema(contract: Any, name: str) -> Any:
    return contract["components"]["schemas"][name]


def field(contract: Any, name: str) -> Any:
    return schema(contract, "NewsDocument")["properties"][name]


BREAKS: dict[str, Change] = {
    "a path": lambda new: new["paths"].pop("/api/v1/news"),
    "an operation": lambda new: new["paths"]["/api/v1/verify"].pop("post"),
    "an operation id": lambda new: news(new).update(operationId="other"),
    "a parameter": lambda new: news(new)["parameters"].pop(0),
    "a new required parameter": lambda new: news(new)["parameters"].append(
        {"name": "key", "in": "query", "required": True, "schema": {"type": "string"}}
    ),
    "a parameter that became required": lambda new: parameter(new, "under").update(required=True),
    "a narrower limit": lambda new: parameter(new, "limit")["schema"].update(maximum=50),
    "another default": lambda new: parameter(new, "limit")["schema"].update(default=10),
    "a value that is taken": lambda new: schema(new, "Stage")["enum"].remove("pilot"),
    "an order": lambda new: parameter(new, "order")["schema"]["enum"].remove("title"),
    "an unknown value in an answer": lambda new: schema(new, "WithdrawalReason")["enum"].append(
        "lost"
    ),
    "a field": lambda new: schema(new, "NewsDocument")["properties"].pop("date"),
    "a field's type": lambda new: field(new, "title").update(type="integer"),
    "a field that may be left out": lambda new: schema(new, "NewsDocument")["required"].remove(
        "title"
    ),
    "a field that may be null": lambda new: field(new, "title").update(
        {"anyOf": [{"type": "string"}, {"type": "null"}]}
    ),
    "a document type": lambda new: schema(new, "Document")["oneOf"].pop(),
    "a media type": lambda new: news(new)["responses"]["200"]["content"].pop("application/json"),
    "an answer": lambda new: news(new)["responses"].pop("304"),
    "a new required field of a body": lambda new: schema(new, "Copy")["required"].append("since"),
}

KEEPS: dict[str, Change] = {
    "nothing": lambda new: None,
    "a new path": lambda new: new["paths"].update({"/api/v1/reports": {"get": news(new)}}),
    "a new optional parameter": lambda new: news(new)["parameters"].append(
        {"name": "q", "in": "query", "required": False, "schema": {"type": "string"}}
    ),
    "a wider limit": lambda new: parameter(new, "limit")["schema"].update(maximum=200),
    "one more order": lambda new: parameter(new, "order")["schema"]["enum"].append("views"),
    "a new field": lambda new: schema(new, "NewsDocument")["properties"].update(
        views={"type": "integer"}
    ),
    "a new block type": lambda new: schema(new, "Block")["oneOf"].append(
        {"$ref": "#/components/schemas/Fact"}
    ),
    "another description": lambda new: field(new, "date").update(description="Other words."),
    "an image that is always there": lambda new: field(new, "image")["anyOf"].pop(),
}


@pytest.mark.parametrize("name", BREAKS)
def test_breaks(name: str) -> None:
    assert after(BREAKS[name])


@pytest.mark.parametrize("name", KEEPS)
def test_keeps(name: str) -> None:
    assert after(KEEPS[name]) == []


def test_a_new_major_version_may_break() -> None:
    old, minor, major = ({"info": {"version": text}} for text in ("1.9.0", "1.10.0", "2.0.0"))
    assert not is_new_major(old, minor)
    assert is_new_major(old, major)
