"""The documentation page loads everything from here."""

import json
import re
from typing import Any

from bs4 import BeautifulSoup

from tests.contract.conftest import CONTRACT


def test_it_loads_nothing_from_elsewhere(api: Any) -> None:
    html = api.get("docs").content.decode()
    soup = BeautifulSoup(html, "html.parser")
    tags = soup.find_all(["script", "link", "img"])
    loaded = [str(address) for tag in tags if (address := tag.get("src") or tag.get("href"))]
    assert loaded
    assert [address for address in loaded if not address.startswith("/static/")] == []
    assert re.findall(r"https?://", html) == []
    for address in loaded:
        answer = api.client.get(address)
        answer.close()
        assert answer.status_code == 200


def test_what_it_shows_is_the_committed_contract(api: Any) -> None:
    assert "/api/v1/openapi.json" in api.get("docs").content.decode()
    assert api.json("openapi.json") == json.loads(CONTRACT.read_text())
