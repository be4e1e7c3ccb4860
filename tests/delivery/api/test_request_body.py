"""What /verify is sent: capped before it is parsed, and nothing in it breaks anything."""

import json
import tracemalloc
from io import BytesIO
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from govlab.delivery.api.request_body import MOST_BYTES

VERIFY = "/api/v1/verify"


class Endless(BytesIO):
    """A body without an end, which counts what is read of it."""

    taken = 0

    def read(self, size: int | None = -1) -> bytes:
        assert size is not None
        assert size >= 0, "asked for all of it"
        self.taken += size
        return b" " * size


def chunked(client: Client, body: Any, *, terminated: bool = True) -> Any:
    """As gunicorn hands on a request with `Transfer-Encoding: chunked`."""
    return client.generic(
        "POST",
        VERIFY,
        content_type="application/json",
        **{
            "wsgi.input": body,
            "wsgi.input_terminated": terminated,
            "HTTP_TRANSFER_ENCODING": "chunked",
            "CONTENT_LENGTH": "",
        },
    )


def test_one_that_announces_too_much_is_not_read(client: Client, db: None) -> None:
    body = Endless()
    answer = client.generic(
        "POST", VERIFY, **{"wsgi.input": body, "CONTENT_LENGTH": str(MOST_BYTES + 1)}
    )
    assert (answer.status_code, body.taken) == (413, 0)
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("announced", ["9" * 5000, "99999999999999999999"])
def test_one_that_announces_nonsense(client: Client, db: None, announced: str) -> None:
    assert client.generic("POST", VERIFY, CONTENT_LENGTH=announced).status_code == 413


def test_one_without_an_end_is_read_to_the_cap(client: Client, db: None) -> None:
    body = Endless()
    answer = chunked(client, body)
    assert (answer.status_code, body.taken) == (413, MOST_BYTES + 1)
    assert answer["Content-Type"] == "application/problem+json"


def test_one_in_chunks_is_understood(client: Client, home: Any) -> None:
    answer = chunked(client, BytesIO(b'[{"id": 0, "digest": ""}]'))
    assert (answer.status_code, answer.json()[0]["status"]) == (200, "unknown")


def test_a_server_that_cannot_tell_the_end_asks_for_a_length(client: Client, db: None) -> None:
    assert chunked(client, Endless(), terminated=False).status_code == 411


def test_a_thousand_wide_entries_fit(client: Client, home: Any) -> None:
    copies = [{"id": 2**63 - 1 - number, "digest": "f" * 64} for number in range(1000)]
    sent = json.dumps(copies, indent=4)
    assert len(sent) < MOST_BYTES
    answer = client.post(VERIFY, sent, content_type="application/json")
    assert (answer.status_code, len(answer.json())) == (200, 1000)


BODIES = [
    b"[" * MOST_BYTES,
    b'[{"id":' * 30_000,
    b'{"a":' * 50_000,
    b"[" + b"0," * 100_000 + b"0]",
    b"[" + b'{"id":0,"digest":""},' * 1000 + b'{"id":0,"digest":""}]',
    b'[{"id":' + b"9" * 200_000 + b',"digest":""}]',
    b'[{"id":1e999,"digest":""}]',
    b'[{"id":NaN,"digest":""}]',
    b'[{"id":-0.0,"digest":1}]',
    b'[{"id":1,"digest":"' + b"x" * 200_000 + b'"}]',
    b'[{"id":1,"digest":"\\ud800"}]',
    b'[{"id":1,"digest":"\xff"}]',
    b"\xff\xfe[\x00",
    b"\xef\xbb\xbf[]x",
    b'[{"id":null,"digest":null}]',
    b'[{"id":{},"digest":[]}]',
    b'[{"":1}]',
    b"null",
    b"\x00",
    b'[{"id":1,"digest":"","' + b"k" * 100_000 + b'":1}]',
]


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_whatever_it_holds_is_a_short_problem_and_little_memory(
    client: Client, home: Any, body: bytes
) -> None:
    client.get("/api/v1/")
    tracemalloc.start()
    try:
        answer = client.post(VERIFY, body, content_type="application/json")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert answer.status_code in {413, 422}
    assert answer["Content-Type"] == "application/problem+json"
    assert len(answer.content) < 10_000
    assert peak < 60 * MOST_BYTES


@pytest.mark.parametrize("body", [b'[{"id":1,"id":0,"digest":"","digest":"x"}]', b"[]", b" []\n"])
def test_odd_ones_that_say_something_are_answered(client: Client, home: Any, body: bytes) -> None:
    assert client.post(VERIFY, body, content_type="application/json").status_code == 200


def test_more_parameters_than_django_reads(client: Client, home: Any) -> None:
    count = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1
    answer = client.get("/api/v1/news?" + "&".join(f"p{number}=1" for number in range(count)))
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
