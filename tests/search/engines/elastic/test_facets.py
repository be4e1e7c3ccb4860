from search.engines.elastic.facets import EVERY, MATCHING, MAX_VALUES, aggregations, counts, filters
from search.query.facets import facet_names


def test_values_of_one_facet_are_alternatives() -> None:
    assert filters({"topic": ["a", "b"], "year": []}) == [{"terms": {"facets.topic": ["a", "b"]}}]


def test_a_facet_is_counted_without_its_own_choice() -> None:
    found = aggregations({"topic": ["a"], "year": ["2026"]})
    conditions = {
        name: facet["filter"]["bool"]["filter"] for name, facet in found.items() if name != MATCHING
    }
    topic, year = ({"terms": {"facets.topic": ["a"]}}, {"terms": {"facets.year": ["2026"]}})
    assert (conditions["topic"], conditions["year"]) == ([year], [topic])
    assert conditions["kind"] == [topic, year]


def test_without_a_choice_nothing_is_filtered() -> None:
    found = aggregations({"topic": ["a"]})
    assert "filter" not in found["topic"]
    assert "filter" in found["kind"]


def test_counts_are_read_with_and_without_a_filter() -> None:
    buckets = [{"key": "a", "doc_count": 2}]
    found = {"topic": {"buckets": buckets}, "kind": {"values": {"buckets": buckets}}}
    assert counts(found) == {"topic": [("a", 2)], "kind": [("a", 2)]}


def test_all_facets_are_counted_at_once_where_nothing_is_chosen() -> None:
    assert list(aggregations({})) == list(aggregations({"topic": []})) == [EVERY]


def test_counts_of_all_facets_at_once() -> None:
    buckets = [
        {"key": "topic=a=b", "doc_count": 3},
        {"key": "year=2026", "doc_count": 2},
        {"key": "topic=c", "doc_count": 1},
    ]
    found = counts({EVERY: {"buckets": buckets}})
    assert found == {name: [] for name in facet_names()} | {
        "topic": [("a=b", 3), ("c", 1)],
        "year": [("2026", 2)],
    }


def test_a_facet_has_as_many_values_as_when_it_is_counted_alone() -> None:
    buckets = [{"key": f"topic={number:03}", "doc_count": 1} for number in range(MAX_VALUES + 1)]
    assert len(counts({EVERY: {"buckets": buckets}})["topic"]) == MAX_VALUES
