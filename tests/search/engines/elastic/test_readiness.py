import pytest
from elasticsearch import ConnectionError as Refused
from elasticsearch import Elasticsearch

from search.engines.elastic import readiness


@pytest.mark.elasticsearch
def test_dictionaries_are_there(cluster_client: Elasticsearch) -> None:
    assert readiness.has_dictionaries(cluster_client)


@pytest.mark.elasticsearch
def test_dictionaries_are_missing(
    cluster_client: Elasticsearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readiness, "FOLDED", "xx_XX")
    assert not readiness.has_dictionaries(cluster_client)


def test_a_cluster_that_does_not_answer_is_not_one_without_dictionaries() -> None:
    with Elasticsearch("http://127.0.0.1:1", max_retries=0) as client, pytest.raises(Refused):
        readiness.has_dictionaries(client)
