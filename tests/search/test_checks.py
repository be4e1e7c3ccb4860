"""Each check notices what it is there for."""

from typing import Any

import pytest
from django.core.checks import run_checks

from search import checks


def ids(messages: Any) -> list[str]:
    return [message.id for message in messages]


def test_the_project_passes_its_checks() -> None:
    assert [message for message in run_checks() if str(message.id).startswith("search")] == []


@pytest.mark.parametrize(
    ("engine", "url", "found"),
    [
        ("database", "", []),
        ("elasticsearch", "http://search:9200", []),
        ("elasticsearch", "https://user:word@search:443", []),
        ("solr", "", ["search.E001"]),
        ("elasticsearch", "", ["search.E002"]),
        ("elasticsearch", "http://search", ["search.E002"]),
        ("database", "search:9200", ["search.E002"]),
    ],
)
def test_engine_and_address(engine: str, url: str, found: list[str]) -> None:
    assert ids(checks.check_engine(engine, url)) == found


def test_dictionaries_that_are_not_installed() -> None:
    [message] = checks.check_dictionaries(["lv_LV", "ltg_LV"])
    assert message.id == "search.E006"
    assert "python -m tools.dictionaries" in message.msg


@pytest.mark.parametrize(
    ("prefix", "found"),
    [("govlab", []), ("site-2.test", []), ("Site", ["search.E005"]), ("a*", ["search.E005"])],
)
def test_index_names(prefix: str, found: list[str]) -> None:
    assert ids(checks.check_prefix(prefix)) == found


def test_a_language_that_search_does_not_know() -> None:
    assert ids(checks.check_languages(["lv", "lt"])) == ["search.E003"]


def test_a_vocabulary_that_is_no_facet() -> None:
    assert ids(checks.check_facets(["topic", "colour"])) == ["search.E004"]
