"""The export: stamped, whole, and read in chunks of constant size."""

import json
from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from govlab.delivery.api import replication
from govlab.delivery.api.middleware import ApiMiddleware
from tests.factories import make_standard, translate_page


def lines(answer: Any) -> list[Any]:
    return [json.loads(line) for line in answer.getvalue().decode().splitlines()]


def test_between_its_stamp_and_its_end(api: Any, home: Any) -> None:
    make_standard(home)
    head = api.json("")["head"]
    answer = api.get("export")
    first, *documents, last = lines(answer)
    epoch, _, sequence = head.partition("-")
    assert first == {
        "type": "export",
        "epoch": epoch,
        "sequence": int(sequence),
        "next": head,
        "locale": None,
    }
    assert last == {"type": "end", "count": len(documents)}
    assert answer["Govlab-Cursor"] == head
    assert documents == [api.json(f"pages/{document['id']}") for document in documents]


def test_one_language(api: Any, home: Any) -> None:
    english = translate_page(home, title="Home")
    first, *documents, _ = lines(api.get("export?locale=en"))
    assert first["locale"] == "en"
    assert [document["id"] for document in documents] == [english.pk]


def test_a_fixed_number_of_rows_a_query(api: Any, home: Any) -> None:
    for _ in range(5):
        make_standard(home)
    with patch.object(replication, "EXPORT_CHUNK", 2), CaptureQueriesContext(connection) as queries:
        answer = api.get("export")
        before = len(queries)
        pieces = list(answer.streaming_content)
    assert len(pieces) == 5  # the stamp, 2 + 2 + 2 documents, the end
    reading = [query["sql"] for query in list(queries)[before:]]
    assert len(reading) == 4
    assert all("LIMIT 2" in sql for sql in reading)


@pytest.mark.django_db
def test_head_sends_nothing(client: Client) -> None:
    answer: Any = ApiMiddleware(lambda _: None)(RequestFactory().head("/api/v1/export"))
    assert answer.status_code == 200
    assert answer.getvalue() == b""
