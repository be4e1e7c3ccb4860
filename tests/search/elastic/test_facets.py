from search.elastic.facets import aggregations, filters


def test_values_of_one_facet_are_alternatives() -> None:
    assert filters({"topic": ["a", "b"], "year": []}) == [{"terms": {"facets.topic": ["a", "b"]}}]


def test_a_facet_is_counted_without_its_own_choice() -> None:
    found = aggregations({"topic": ["a"], "year": ["2026"]}, ["topic", "year", "kind"])
    conditions = {name: facet["filter"]["bool"]["filter"] for name, facet in found.items()}
    topic, year = ({"terms": {"facets.topic": ["a"]}}, {"terms": {"facets.year": ["2026"]}})
    assert conditions == {"topic": [year], "year": [topic], "kind": [topic, year]}
