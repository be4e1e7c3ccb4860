"""The index follows the log, and mends itself where it is not as we made it."""

from typing import Any

import pytest
from elasticsearch import Elasticsearch

from govlab.delivery.log import feed
from govlab.delivery.models import ConsumerCursor, Head
from search.engines.elastic import consumer, indices
from search.engines.failover import run
from search.models import SearchIndex
from search.query.search_query import SearchQuery
from tests.factories import make_standard, publish, translate_page
from tests.search.served import Follow

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db]


def found(text: str, locale: str = "lv") -> list[int]:
    served = run(lambda engine: engine.search(SearchQuery(text, locale)))
    assert (served.engine, served.degraded) == ("elasticsearch", False)
    return list(served.value.pages)


def test_the_first_round_builds_the_indices(follow: Follow, home: Any) -> None:
    page = publish(make_standard(publish(home), title="Saprotama vēstule"))
    assert follow()
    assert found("saprotamas vestules") == [page.pk]
    assert ConsumerCursor.objects.get(name=indices.CONSUMER).sequence == Head.current().sequence


def test_publishing_changing_and_withdrawing(follow: Follow, home: Any) -> None:
    home = publish(home)
    follow()
    page = publish(make_standard(home, title="Prototips"))
    follow()
    assert found("prototipi") == [page.pk]
    page.title = "Darbnīca"
    publish(page)
    follow()
    assert (found("prototipi"), found("darbnīcas")) == ([], [page.pk])
    page.unpublish()
    follow()
    assert found("darbnīcas") == []


def test_each_language_has_an_index(follow: Follow, home: Any) -> None:
    home = publish(home)
    translate_page(home, title="Home")
    page = publish(make_standard(home, title="Prototips"))
    english = translate_page(page, title="Prototype")
    follow()
    assert found("prototips") == [page.pk]
    assert found("prototypes", "en") == [english.pk]
    assert found("prototype") == []


def test_the_same_and_older_entries_change_nothing(
    follow: Follow, elasticsearch: Elasticsearch, home: Any
) -> None:
    page = publish(make_standard(publish(home), title="Vecais"))
    follow()
    old = feed.after(0, 100)
    page.title = "Jaunais"
    publish(page)
    follow()
    consumer.Follower().apply(feed.after(0, 100))
    consumer.Follower().apply(old)
    elasticsearch.indices.refresh(index=indices.alias("lv"))
    assert (found("vecais"), found("jaunais")) == ([], [page.pk])


def test_an_old_entry_does_not_bring_back_a_withdrawn_page(
    follow: Follow, elasticsearch: Elasticsearch, home: Any
) -> None:
    page = publish(make_standard(publish(home), title="Prototips"))
    follow()
    old = feed.after(0, 100)
    page.unpublish()
    follow()
    consumer.Follower().apply(old)
    elasticsearch.indices.refresh(index=indices.alias("lv"))
    assert found("prototips") == []


@pytest.mark.parametrize("harm", ["emptied", "lost", "replaced", "ahead"])
def test_an_index_that_is_not_ours_is_rebuilt(
    follow: Follow, elasticsearch: Elasticsearch, home: Any, harm: str
) -> None:
    page = publish(make_standard(publish(home), title="Prototips"))
    follow()
    alias, name = indices.alias("lv"), SearchIndex.objects.get(locale="lv").name
    if harm == "emptied":
        elasticsearch.delete_by_query(index=alias, query={"match_all": {}}, refresh=True)
    elif harm == "ahead":
        elasticsearch.index(index=alias, id="9", document={"sequence": 9_999}, refresh=True)
    else:
        elasticsearch.indices.delete(index=name)
    if harm == "replaced":
        elasticsearch.indices.create(index=name, aliases={alias: {}})
    following = consumer.make()
    sequence = Head.current().sequence
    assert following.prepare(sequence) == sequence
    assert found("prototips") == [page.pk]
    assert SearchIndex.objects.get(locale="lv").name != name
    assert consumer.make().prepare(sequence) == sequence
    assert len(elasticsearch.indices.get(index=f"{alias}-*")) == 1


def test_an_index_for_other_fields_is_rebuilt(
    follow: Follow, elasticsearch: Elasticsearch, home: Any
) -> None:
    publish(make_standard(publish(home), title="Prototips"))
    follow()
    name = SearchIndex.objects.get(locale="lv").name
    elasticsearch.indices.put_mapping(index=name, properties={"colour": {"type": "keyword"}})
    consumer.make().prepare(0)
    assert SearchIndex.objects.get(locale="lv").name != name
