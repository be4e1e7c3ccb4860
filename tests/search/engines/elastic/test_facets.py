from search.engines.elastic.facets import MATCHING, aggregations, counts, filters


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
