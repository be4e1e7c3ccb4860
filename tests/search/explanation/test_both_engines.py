"""The screen with a real Elasticsearch beside the database."""

from typing import Any

import pytest
from django.test import Client

from search.engines.base import RequestRefusedError
from search.engines.elastic.cluster import cluster
from search.engines.explaining import EXPLAIN
from tests.factories import make_promotion, make_standard, make_synonym, publish
from tests.search.served import Follow, elasticsearch, follow

from .test_view import opened, text_of, titles

__all__ = ["elasticsearch", "follow"]

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def pages(db: None, follow: Follow, home: Any) -> None:
    home = publish(home)
    made = [
        publish(make_standard(home, title=title, summary=summary))
        for title, summary in (("Saprotama vēstule", "Par vēstulēm."), ("Darbnīca", "Seminārs."))
    ]
    make_promotion("vēstule", pages=[made[1]])
    make_synonym("kursi", "semināri")
    assert follow()


def test_both_are_side_by_side(group_client: Client, pages: None) -> None:
    soup = opened(group_client, "vēstules")
    assert titles(soup) == ["Darbnīca", "Saprotama vēstule"] * 2
    for column in soup.select(".explain__column"):
        reasons = text_of(column, ".explain__result:last-child .explain__words")
        assert "virsrakstā – citā formā (vēstule)" in reasons
        assert "kopsavilkumā – citā formā (vēstulēm)" in reasons
    assert "to saņem lasītāji" in text_of(soup, ".explain__column:last-child")
    assert "Abi meklētāji" in text_of(soup, ".explain")


def test_both_know_synonyms_and_exclusions(group_client: Client, pages: None) -> None:
    soup = opened(group_client, "kurss")
    assert text_of(soup, ".explain__words").count("kurss → tā sinonīms semināri:") == 2
    assert titles(opened(group_client, "vēstule -darbnīca")) == ["Saprotama vēstule"] * 2


def test_a_cluster_that_is_gone_is_a_sentence(
    group_client: Client, pages: None, settings: Any
) -> None:
    settings.GOVLAB_ELASTICSEARCH_URL = "http://127.0.0.1:9"
    cluster.cache_clear()
    soup = opened(group_client, "vēstules")
    assert titles(soup) == ["Darbnīca", "Saprotama vēstule"]
    assert "to saņem lasītāji" in text_of(soup, ".explain__column:first-child")
    assert "neatbild" in text_of(soup, ".explain__column:last-child")


def test_an_engine_that_answers_readers_and_explains_nothing(
    group_client: Client, pages: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(query: Any) -> Any:
        raise RequestRefusedError("The cluster does not know named queries.")

    monkeypatch.setitem(EXPLAIN, "elasticsearch", refuse)
    column = text_of(opened(group_client, "vēstules"), ".explain__column:last-child")
    assert "to saņem lasītāji" in column
    assert "nevarēja paskaidrot" in column
