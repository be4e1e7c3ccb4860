"""What the database's order and paging add to what `engines/test_behaviour.py` asks of all."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from govlab.delivery.models import Document
from search.engines.database import engine
from search.query.results import SearchResults
from search.query.search_query import SearchQuery
from tests.search.pages import MakePages

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def search(text: str, locale: str = "lv", **options: Any) -> SearchResults:
    return engine.search(SearchQuery(text, locale, now=NOW, **options))


def found(text: str, locale: str = "lv", **options: Any) -> list[int]:
    return list(search(text, locale, **options).pages)


def test_rare_words_decide(make_pages: MakePages) -> None:
    common = [{"title": "Darbnīca", "body": "Par darbnīcu."} for _ in range(8)]
    make_pages(*common, {"title": "Darbnīca bibliotēkā"}, {"title": "Bibliotēka darbnīcas laikā"})
    assert set(found("darbnīca bibliotēka sapulce")[:2]) == {9, 10}


def test_words_side_by_side_before_words_apart(make_pages: MakePages) -> None:
    make_pages(
        {"title": "A", "body": "Slogs ir liels un cilvēkiem grūts, arī administratīvs."},
        {"title": "B", "body": "Liels administratīvais slogs ir arī cilvēkiem, un tas ir grūts."},
        {"title": "C", "body": "Slogs ir liels un cilvēkiem grūts, arī administratīvs."},
    )
    assert found("administratīvo slogu")[0] == 2


def test_pages_beyond_those_that_are_ranked_are_there(
    make_pages: MakePages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "MAX_RANKED", 2)
    make_pages(*({"title": "Cits", "body": "Slogs"} for _ in range(4)), {"title": "Slogs"})
    pages = found("slogs", size=3) + found("slogs", size=3, page=2)
    assert pages[0] == 5
    assert sorted(pages) == [1, 2, 3, 4, 5]


def test_queries_do_not_grow(make_pages: MakePages) -> None:
    def count(pages: int) -> int:
        make_pages(*({"title": "Prototips", "facets": {"type": "news"}} for _ in range(pages)))
        with CaptureQueriesContext(connection) as queries:
            search("prototipu", size=20, chosen={"type": ["news"]})
        return len(queries)

    one = count(1)
    Document.objects.all().delete()
    assert count(20) == one
