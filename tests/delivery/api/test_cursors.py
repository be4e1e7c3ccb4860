"""Following `next` gives every item once, whatever is published between the pages."""

import datetime as dt
from typing import Any

import pytest

from tests.factories import make_news, make_news_index

ORDERS = ["-date", "date", "title", "-title"]


def test_following_next(api: Any, home: Any) -> None:
    index = make_news_index(home)
    for number in range(5):
        make_news(index, f"Ziņa {number % 2}")
    for order in ORDERS:
        whole = [item["id"] for item in api.json(f"news?order={order}")["items"]]
        assert follow(api, f"news?order={order}&limit=2") == whole
    assert len(set(whole)) == 5


@pytest.mark.parametrize("order", ORDERS)
def test_publishing_between_pages_repeats_and_skips_nothing(
    api: Any, home: Any, order: str
) -> None:
    index = make_news_index(home)
    before = {
        make_news(index, f"M{number}", date=dt.date(2026, 3, number + 1)).pk for number in range(6)
    }

    def publish_more() -> None:
        make_news(index, "A", date=dt.date(2027, 1, 1))
        make_news(index, "Z", date=dt.date(2025, 1, 1))

    seen = follow(api, f"news?order={order}&limit=2", publish_more)
    assert len(seen) == len(set(seen))
    assert before <= set(seen)


def test_the_link_header_leads_to_the_next_page(api: Any, home: Any) -> None:
    index = make_news_index(home)
    for _ in range(3):
        make_news(index)
    answer = api.get("news?limit=2&locale=lv")
    address = answer["Link"].removeprefix("<").split(">")[0]
    following = api.get(address.removeprefix("/api/v1/"))
    assert len(following.json()["items"]) == 1
    assert "Link" not in following.headers


def follow(api: Any, address: str, between: Any = lambda: None) -> list[int]:
    page = api.json(address)
    found = [item["id"] for item in page["items"]]
    while page["next"]:
        between()
        page = api.json(f"{address}&cursor={page['next']}")
        found += [item["id"] for item in page["items"]]
    return found
