"""Paths that are too long or hold what no address holds are not found, wherever they are asked."""

from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

LONG = "a" * 300
PLACES = [
    "/{}/",
    "/{}",
    "/lv/{}/",
    "/lv/{}",
    "/en/{}/",
    "/lv/jaunumi/{}/",
    "/lv/meklet/{}/",
    "/documents/1/{}",
    "/documents/{}/x.pdf",
    "/images/1/{}/480.webp",
    "/images/1/abc/480.{}",
    "/images/{}/abc/480.webp",
    "/media/{}",
    "/media/images/{}.webp",
    "/static/{}",
    "/static/govlab/{}.css",
    "/robots.txt/{}",
    "/lv/_util/authenticate_with_password/1/{}/",
    "/api/v1/pages/{}",
    "/api/v1/terms/{}?locale=lv",
    "/api/v1/groups/{}",
    "/api/v1/{}",
]
NAMES = {
    "a long segment": LONG,
    "a very long one": "a" * 20_000,
    "many segments": "/".join("b" * 40 for _ in range(250)),
    "long digits": "9" * 400,
    "more digits than a number has": "9" * 5000,
    "two-byte letters": "%C4%81" * 200,
    "NUL": "a%00b",
    "line end": "a%0Ab",
    "escape": "%1B[31m",
    "broken UTF-8": "a%FF%FEb",
    "half of a character": "a%C4",
    "lone surrogate": "a%ED%A0%80b",
    "overlong slash": "a%C0%AFb",
    "beyond Unicode": "%F4%90%80%80",
    "emoji": "%F0%9F%92%A9",
    "dots": "..%2F..%2F..%2Fetc%2Fpasswd",
    "broken escape": "%zz%",
}


def wsgi(target: str) -> dict[str, str]:
    raw, _, query = target.partition("?")
    return {"PATH_INFO": unquote_to_bytes(raw).decode("latin-1"), "QUERY_STRING": query}


@pytest.mark.parametrize("place", PLACES)
def test_is_not_found(client: Client, home: Any, place: str) -> None:
    for name, text in NAMES.items():
        answer = client.get("/", **wsgi(place.format(text)), follow=False)
        # Where the path is only unknown, the language may be put before it first.
        assert answer.status_code in ({301, 302, 404} if len(text) < 200 else {404}), name
        assert "Traceback" not in str(getattr(answer, "content", ""))


@pytest.mark.parametrize("method", ["POST", "HEAD", "PUT", "OPTIONS"])
def test_whatever_is_done_with_it(client: Client, home: Any, method: str) -> None:
    for text in NAMES.values():
        answer = client.generic(method, "/", **wsgi(f"/lv/{text}/"))
        assert answer.status_code in {404, 405}


@pytest.mark.parametrize(("prefix", "language"), [("/lv/", "lv"), ("/en/", "en"), ("/", "lv")])
def test_the_page_is_in_the_readers_language(
    client: Client, home: Any, prefix: str, language: str
) -> None:
    answer = client.get("/", **wsgi(f"{prefix}{'x' * 9000}/"))
    soup = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == 404
    assert soup.html
    assert soup.html["lang"] == language


@pytest.mark.parametrize("text", NAMES.values(), ids=NAMES)
def test_by_path_and_queries(client: Client, home: Any, text: str) -> None:
    assert client.get("/", **wsgi(f"/api/v1/pages/by-path?path=/lv/{text}/")).status_code in {
        404,
        422,
    }
    for query in ("topic", "kind", "page", "q", "x", text):
        for path in ("/lv/", "/lv/meklet/", "/lv/nothing/"):
            answer = client.get("/", **wsgi(f"{path}?{query}={text}"))
            assert answer.status_code < 500, (path, query)


def test_a_redirect_from_a_path_with_letters_of_any_kind_still_leads(
    client: Client, home: Any
) -> None:
    Redirect.add_redirect("/vecā-lapa/", "/lv/", is_permanent=True)
    answer = client.get("/", **wsgi("/vec%C4%81-lapa/"))
    assert (answer.status_code, answer["Location"]) == (301, "/lv/")
