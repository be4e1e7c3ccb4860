"""The request as plain data; what it finds is tested on a real server."""

import json
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from search.boosts import DEFAULT
from search.elastic.query import search_request
from search.lemmas import SUREST_FIRST
from search.question import Question

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def request(text: str, *, dictionaries: bool = True, **options: Any) -> dict[str, Any]:
    return search_request(Question(text, "lv", now=NOW, **options), dictionaries=dictionaries)


def test_pages_of_results() -> None:
    body = request("slogs", page=3, size=20)
    assert (body["from"], body["size"]) == (40, 20)


def test_without_a_word_everything_is_found_and_nothing_is_marked() -> None:
    body = request(" ,.")
    assert body["query"] == {"match_all": {}}
    assert "highlight" not in body


def test_facets_narrow_the_results_after_counting() -> None:
    body = request("slogs", chosen={"topic": ["a"]})
    assert body["post_filter"]["bool"]["filter"] == [{"terms": {"facets.topic": ["a"]}}]
    assert "facets.topic" not in json.dumps(body["query"])


def test_without_dictionaries_no_field_needs_them() -> None:
    assert "hunspell" in json.dumps(request("slogs"))
    assert "hunspell" not in json.dumps(request("slogs", dictionaries=False))


@given(st.text(max_size=300))
def test_any_question_makes_a_request(text: str) -> None:
    assert json.loads(json.dumps(request(text)))["size"] == 10


def test_the_surer_counts_more() -> None:
    values = [DEFAULT.tokens[kind] for kind in SUREST_FIRST]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) == len(values)
