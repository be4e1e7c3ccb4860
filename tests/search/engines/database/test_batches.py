"""The index takes batches of the log in a few statements, and says what Wagtail's own would say."""

from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from govlab.delivery.log import feed, relay
from search.engines.database import consumer, matching, postgres
from search.engines.database.engine import search
from search.models import SearchEntry, SearchKey
from search.query.phrases import phrase
from search.query.search_query import SearchQuery
from tests.factories import make_news, make_news_index, publish

pytestmark = pytest.mark.django_db


def entries(home: Any, count: int) -> list[feed.Entry]:
    index = publish(make_news_index(publish(home)))
    for number in range(count):
        publish(make_news(index, title=f"Vēstule numur {number}"))
    relay.drain()
    return [entry for entry in feed.after(0, 100) if entry.document["type"] == "news"]


def statements(batch: list[feed.Entry]) -> int:
    with CaptureQueriesContext(connection) as captured:
        consumer.apply(batch)
    return len(captured)


def test_a_batch_takes_as_many_statements_as_one_entry(home: Any) -> None:
    batch = entries(home, 8)
    if connection.vendor != "postgresql":
        pytest.skip("Wagtail's backend for SQLite stores one by one.")
    consumer.apply(batch[:1])  # content types are asked for once
    assert statements(batch[1:2]) == statements(batch[2:])


def test_a_batch_stores_and_forgets(home: Any) -> None:
    first, second, third = entries(home, 3)
    consumer.apply([first, second])
    gone = replace(first, sequence=first.sequence + 10, live=False)
    consumer.apply([gone, third])
    assert set(SearchEntry.objects.values_list("pk", flat=True)) == {second.page_id, third.page_id}
    assert not SearchKey.objects.filter(page_id=first.page_id).exists()
    (word,) = phrase("vēstulēm", "lv")
    assert matching.pages_with("lv", word) == {second.page_id, third.page_id}


def test_pages_are_counted_up_to_a_number(home: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    consumer.apply(entries(home, 3))
    (often,), (never,) = phrase("vēstulēm", "lv"), phrase("nekur", "lv")
    assert matching.count_pages("lv", [often, never, often]) == {often: 3, never: 0}
    monkeypatch.setattr(matching, "MOST_COUNTED", 2)
    assert matching.count_pages("lv", [often, never]) == {often: 2, never: 0}
    assert matching.count_pages("lv", []) == {}


def test_an_older_entry_changes_nothing(home: Any) -> None:
    (entry,) = entries(home, 1)
    consumer.apply([entry])
    consumer.apply([replace(entry, sequence=entry.sequence - 1, live=False)])
    assert SearchEntry.objects.filter(pk=entry.page_id).exists()


def test_the_indices_of_postgresql_give_what_wagtail_gives(home: Any) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("PostgreSQL only.")
    consumer.apply(entries(home, 3))
    SearchEntry.objects.update(length=7)
    for text in ("vēstulei", "numurs", "0", "nekur"):
        (word,) = phrase(text, "lv")
        looked = postgres.look_up("lv", [word])
        assert looked.pages == [matching._pages_by_wagtail("lv", word)]
        assert (looked.size, looked.average_length) == (3, 7.0)


def test_looking_up_leaves_the_planner_as_it_was() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("PostgreSQL only.")
    postgres.look_up("lv", [("wvārds",)])
    with connection.cursor() as cursor:
        cursor.execute("SHOW enable_seqscan")
        assert cursor.fetchone() == ("on",)


@pytest.mark.parametrize("count", [1, 6])
def test_a_query_takes_as_many_statements_for_one_page_as_for_many(home: Any, count: int) -> None:
    consumer.apply(entries(home, count))
    query = SearchQuery("vēstulēm", "lv")
    assert search(query).total == count  # content types are asked for once
    with CaptureQueriesContext(connection) as captured:
        search(query)
    # The pages with the word; the places of the best together with facets. On SQLite also how many
    # pages there are, and facets apart.
    assert len(captured) == (2 if connection.vendor == "postgresql" else 4)
    with CaptureQueriesContext(connection) as captured:
        assert search(SearchQuery("nekur", "lv")).total == 0
    assert len(captured) == (1 if connection.vendor == "postgresql" else 2)
