"""The search page, answered by Elasticsearch."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.factories import make_method, make_method_index, make_standard, publish
from tests.search.served import Follow

pytestmark = pytest.mark.elasticsearch


def asked(client: Client, **query: str) -> BeautifulSoup:
    answer = client.get("/lv/meklet/", query)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def titles(soup: BeautifulSoup) -> list[str]:
    return [title.get_text() for title in soup.select(".result__title")]


def test_results_facets_and_corrections(client: Client, home: Any, follow: Follow) -> None:
    publish(make_standard(home, title="Saprotama vēstule"))
    publish(make_method(make_method_index(home), title="Vēstules pārbaude"))
    assert follow()
    soup = asked(client, q="vēstules")
    assert sorted(titles(soup)) == ["Saprotama vēstule", "Vēstules pārbaude"]
    assert not soup.select(".search__note")
    assert [link.get_text(" ", strip=True) for link in soup.select(".facets a")] == [
        "Metodes 1",
        "Informatīvas lapas 1",
    ]
    assert titles(asked(client, q="vēstules", type="method")) == ["Vēstules pārbaude"]
    assert titles(asked(client, q="vēstules", type="x\x00", page="1")) == []
    assert titles(asked(client, q="saprotma")) == ["Saprotama vēstule"]
    assert asked(client, q="vēstules", kind="nav").select(".chips li")
