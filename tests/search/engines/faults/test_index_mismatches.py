"""Indices that answer, but not with what the log holds."""

import logging
from typing import Any

import pytest
from elasticsearch import Elasticsearch

from govlab.delivery.log import consumers
from govlab.delivery.log.consumers import BATCH
from govlab.delivery.models import ConsumerCursor, Document, Head
from search.engines import failover
from search.engines.circuit_breaker import CircuitBreaker
from search.engines.elastic import consumer, indices, rebuild
from search.models import SearchIndex
from tests.factories import make_standard, publish
from tests.search.served import Follow

from .conftest import ask, assert_from_elasticsearch, assert_from_the_database

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db]


@pytest.fixture
def pages(follow: Follow, home: Any) -> list[int]:
    """Indexed."""
    home = publish(home)
    made = [publish(make_standard(home, title="Prototips")).pk for _ in range(3)]
    follow()
    assert_from_elasticsearch("prototipi", *made)
    return made


def inspect() -> bool:
    """What the worker does within half a minute; False where it failed."""
    failover.breaker = CircuitBreaker(0)
    return consumers.advance(consumer.make())


def name() -> str:
    return SearchIndex.objects.get(locale="lv").name


def test_an_index_far_behind_the_log_does_not_answer(
    follow: Follow, pages: list[int], client: Any
) -> None:
    head = Head.current().sequence
    Head.objects.update(sequence=head + BATCH + 1)
    assert_from_the_database("prototipi", *pages)
    assert "too far behind" in client.get("/readyz").json()["search"]["reason"]
    Document.objects.filter(pk=pages[0]).update(sequence=head + BATCH + 1)
    follow()
    failover.breaker = CircuitBreaker(0)
    assert_from_elasticsearch("prototipi", *pages)


@pytest.mark.parametrize("harm", ["some are gone", "one is old", "one is not ours"])
def test_content_that_was_changed_behind_our_back(
    elasticsearch: Elasticsearch, pages: list[int], harm: str, caplog: pytest.LogCaptureFixture
) -> None:
    client, index = elasticsearch, name()
    if harm == "some are gone":
        client.delete(index=index, id=str(pages[0]), refresh=True)
    elif harm == "one is old":
        old = {"doc": {"sequence": 1, "title": "Vecais"}}
        client.update(index=index, id=str(pages[0]), body=old, refresh=True)
    else:
        client.index(index=index, id="999999", document={"sequence": 1}, refresh=True)
    assert inspect()
    assert name() != index
    assert "are rebuilt" in caplog.text
    assert_from_elasticsearch("prototipi", *pages)


def test_the_database_answers_while_a_mismatched_index_is_rebuilt(
    elasticsearch: Elasticsearch, pages: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    elasticsearch.delete(index=name(), id=str(pages[0]), refresh=True)
    asked = []
    write = rebuild.write

    def write_and_ask(*arguments: Any, **options: Any) -> None:
        write(*arguments, **options)
        asked.append(ask("prototipi"))

    monkeypatch.setattr(rebuild, "write", write_and_ask)
    assert inspect()
    assert [(found.engine, found.degraded) for found in asked] == [("database", True)]
    assert sorted(asked[0].pages) == pages
    failover.breaker = CircuitBreaker(0)
    assert_from_elasticsearch("prototipi", *pages)


OTHER_FIELDS = {"title": {"type": "keyword"}, "facets": {"type": "text"}}


@pytest.mark.parametrize("made_by_hand", [None, OTHER_FIELDS], ids=["no mapping", "other types"])
def test_an_index_by_hand_behind_the_alias(
    elasticsearch: Elasticsearch, pages: list[int], made_by_hand: Any
) -> None:
    ours, alias = name(), indices.alias("lv")
    mapping = {"properties": made_by_hand} if made_by_hand else None
    elasticsearch.indices.create(index=f"{alias}-by-hand", mappings=mapping)
    elasticsearch.indices.update_aliases(
        actions=[
            {"remove": {"index": ours, "alias": alias}},
            {"add": {"index": f"{alias}-by-hand", "alias": alias}},
        ]
    )
    # Nobody looked yet, and ours is still there.
    assert_from_elasticsearch("prototipi", *pages)
    elasticsearch.indices.delete(index=ours)
    assert_from_the_database("prototipi", *pages)
    assert inspect()
    assert_from_elasticsearch("prototipi", *pages)
    assert list(elasticsearch.indices.get(index=alias)) == [name()]


def test_our_index_with_other_types(elasticsearch: Elasticsearch, pages: list[int]) -> None:
    """Under the very name of ours, so that only its fields tell."""
    ours, alias = name(), indices.alias("lv")
    elasticsearch.indices.delete(index=ours)
    elasticsearch.indices.create(
        index=ours, mappings={"properties": OTHER_FIELDS}, aliases={alias: {}}
    )
    assert_from_the_database("prototipi", *pages)
    assert inspect()
    assert name() != ours
    assert_from_elasticsearch("prototipi", *pages)


def test_a_publication_into_an_index_by_hand(
    elasticsearch: Elasticsearch, follow: Follow, pages: list[int], home: Any
) -> None:
    ours, alias = name(), indices.alias("lv")
    elasticsearch.indices.delete(index=ours)
    elasticsearch.indices.create(
        index=ours, mappings={"dynamic": "strict", "properties": {}}, aliases={alias: {}}
    )
    new = publish(make_standard(home, title="Prototipi"))
    assert not follow()
    assert ConsumerCursor.objects.get(name=indices.CONSUMER).error.startswith("IndexMismatchError")
    assert_from_the_database("prototipi", *pages, new.pk)
    assert follow(), "the next round rebuilds it"
    failover.breaker = CircuitBreaker(0)
    assert_from_elasticsearch("prototipi", *pages, new.pk)


@pytest.mark.parametrize("block", ["write", "read_only", "read_only_allow_delete"])
def test_a_read_only_index(
    elasticsearch: Elasticsearch,
    follow: Follow,
    pages: list[int],
    home: Any,
    block: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """By an operator, or by a cluster whose disk is full."""
    index = name()
    elasticsearch.indices.put_settings(index=index, settings={f"index.blocks.{block}": True})
    new = publish(make_standard(home, title="Prototipi"))
    with caplog.at_level(logging.ERROR):
        assert not follow()
    error = ConsumerCursor.objects.get(name=indices.CONSUMER).error
    assert "block" in error
    assert len(error) < 500, error
    assert "search-elasticsearch" in caplog.text
    assert_from_the_database("prototipi", *pages, new.pk)
    assert not follow()
    assert name() == index, "there is nothing to rebuild"

    elasticsearch.indices.put_settings(index=index, settings={f"index.blocks.{block}": None})
    assert follow()
    failover.breaker = CircuitBreaker(0)
    assert_from_elasticsearch("prototipi", *pages, new.pk)
    assert ConsumerCursor.objects.get(name=indices.CONSUMER).error == ""
    assert name() == index


@pytest.mark.parametrize("block", ["write", "read_only", "read_only_allow_delete"])
def test_an_index_that_is_read_only_and_mismatched(
    elasticsearch: Elasticsearch, pages: list[int], block: str
) -> None:
    index = name()
    elasticsearch.delete(index=index, id=str(pages[0]), refresh=True)
    elasticsearch.indices.put_settings(index=index, settings={f"index.blocks.{block}": True})
    assert inspect()
    assert name() != index
    assert_from_elasticsearch("prototipi", *pages)
    left = set(elasticsearch.indices.get(index=f"{indices.alias('lv')}-*")) - {name()}
    # The cluster does not let us remove it; that must not keep a later rebuild from its work.
    assert left == ({index} if block == "read_only" else set())
    assert inspect()
    elasticsearch.delete(index=name(), id=str(pages[0]), refresh=True)
    elasticsearch.indices.put_settings(index=name(), settings={"index.blocks.write": True})
    assert inspect()
    assert_from_elasticsearch("prototipi", *pages)
