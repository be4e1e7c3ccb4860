"""Indices have few segments, because a query looks its tokens up in each."""

from collections.abc import Sequence
from contextlib import nullcontext
from typing import Any

import pytest
from elasticsearch import Elasticsearch

from search.engines.elastic import indices
from search.engines.elastic.cluster import cluster
from search.engines.elastic.rebuild import rebuild
from tests.factories import publish
from tests.search.conftest import entry
from tests.search.served import Follow

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db]


def segments(client: Elasticsearch, index: str) -> int:
    (shard,) = client.indices.segments(index=index)["indices"][index]["shards"]["0"][:1]
    return len(shard["segments"])


def test_many_small_changes_and_a_merge(cluster_client: Elasticsearch) -> None:
    index = indices.create(cluster_client, "lv")
    try:
        for number in range(12):
            document = entry(number, {"title": "Prototips"}, "lv")
            cluster_client.index(index=index, id=str(number), document=document, refresh=True)
        assert segments(cluster_client, index) <= 6
        indices.merge(cluster_client, [index])
        assert segments(cluster_client, index) == 1
    finally:
        indices.remove(cluster_client, [index])


def test_a_rebuild_merges_what_it_made_before_it_is_used(
    follow: Follow, home: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(home)
    assert follow()
    merged: list[dict[str, Any]] = []

    def merge(client: Elasticsearch, names: Sequence[str]) -> None:
        found = client.indices.get_alias(index=list(names))
        merged.append({name: found[name]["aliases"] for name in names})

    monkeypatch.setattr(indices, "merge", merge)
    rebuild(cluster(), lambda done, total: None, nullcontext())
    ((lv, en),) = merged
    assert (lv.startswith(indices.alias("lv")), en.startswith(indices.alias("en"))) == (True, True)
    assert merged == [{lv: {}, en: {}}]
