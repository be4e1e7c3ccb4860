"""Request bodies, compared whole with those under `resources/`; real servers answer elsewhere.

Where a body is meant to change, delete its file: the test writes it again and fails once.
"""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engines.elastic.query import relaxed, search_request
from search.engines.elastic.suggestions import suggest_request
from search.query.boosts import DEFAULT
from search.query.expansion import Synonym
from search.query.search_query import SearchQuery
from search.text.tokens import MOST_CERTAIN_FIRST

RESOURCES = Path(__file__).parent / "resources"
NOW = datetime(2026, 11, 24, tzinfo=UTC)


def query(text: str, locale: str = "lv", **options: Any) -> SearchQuery:
    return SearchQuery(text, locale, now=NOW, **options)


BURDEN = Synonym.equal("slogs", "birokrātija")
LETTERS = query("vēstules skolā")
BODIES = {
    "one_word": search_request(query("Slogu")),
    "english": search_request(query("citizens' letters", "en")),
    "without_a_word": search_request(query(" ,.")),
    "relaxed": search_request(LETTERS, relaxed(LETTERS)),
    "everything": search_request(
        query(
            "slogs wi-fi",
            chosen={"topic": ["dati", "nav"], "year": ["2026"], "kind": []},
            synonyms=[BURDEN],
            promoted=[7, 3],
            page=3,
            size=20,
        ),
    ),
    "exactly": search_request(query('"Valsts kanceleju" -wifi slogs')),
    "suggest": suggest_request("wi-f", "lv", size=8),
}


@pytest.mark.parametrize("name", BODIES)
def test_bodies(name: str) -> None:
    path = RESOURCES / f"{name}.json"
    if not path.exists():
        text = json.dumps(BODIES[name], ensure_ascii=False, indent=1)
        path.write_text(f"{text}\n", encoding="utf-8")
        pytest.fail(f"{path.name} was missing and is written. Read it before you commit it.")
    assert json.loads(path.read_text(encoding="utf-8")) == BODIES[name]


def test_every_body_has_a_file_and_every_file_a_body() -> None:
    assert {path.stem for path in RESOURCES.glob("*.json")} == set(BODIES)


# The first example loads the dictionaries.
@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_query_makes_a_request(text: str) -> None:
    body = search_request(query(text))
    assert json.loads(json.dumps(body))["size"] == 10


def test_the_more_certain_counts_more() -> None:
    values = [DEFAULT.tokens[kind] for kind in MOST_CERTAIN_FIRST]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) == len(values)
