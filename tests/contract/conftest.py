"""The committed contract, and the starting content in the log."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from govlab.delivery.log import consumers, relay

CONTRACT = Path(__file__).parents[2] / "docs" / "openapi.json"


@pytest.fixture(scope="session")
def contract() -> Any:
    return json.loads(CONTRACT.read_text())


@pytest.fixture(scope="module")
def documents(starting_content: str, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock():
        relay.drain()
        consumers.advance_all()
        yield
