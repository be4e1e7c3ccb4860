"""Queries as people ask them, over the starting content: what is reached stays reached.

The floors stand a little under what was measured; the tables end the report of a run.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from govlab.delivery.models import Document
from search.curation import rules
from search.curation.starter_synonyms import load
from search.measurement.engines import with_corrections
from search.measurement.golden import read_golden
from search.measurement.judged_queries import ALL, measure, table
from tests.search.indexed import bring_up_to_date
from tests.search.served import elasticsearch, follow

__all__ = ["elasticsearch", "follow"]

pytestmark = pytest.mark.django_db
RESOURCES = Path(__file__).parent / "resources"
# nDCG@10 of all queries, and the share whose best answer is among the first three.
FLOORS = {
    "golden_lv": (0.93, 0.95),
    "golden_en": (0.90, 0.94),
    "own_words_lv": (0.89, 0.92),
    "own_words_en": (0.91, 0.95),
    "further_own_words_lv": (0.82, 0.86),
    "further_own_words_en": (0.87, 0.92),
    "fresh_own_words_lv": (0.77, 0.86),
    "fresh_own_words_en": (0.75, 0.86),
    "newest_own_words_lv": (0.87, 0.92),
    "newest_own_words_en": (0.80, 0.85),
    "latest_own_words_lv": (0.75, 0.79),
    "latest_own_words_en": (0.71, 0.68),
}


@pytest.fixture(scope="module")
def _indexed(starting_content: str, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock():
        bring_up_to_date()
        for locale in ("lv", "en"):
            load(locale)


@pytest.mark.usefixtures("_indexed")
@pytest.mark.parametrize("name", FLOORS)
@pytest.mark.parametrize(
    "engine", ["database", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)]
)
def test_golden_queries(
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
    engine: str,
    name: str,
) -> None:
    locale = name.rpartition("_")[2]
    if engine == "elasticsearch":
        assert request.getfixturevalue("follow")()
    live = Document.objects.filter(live=True, locale=locale)
    pages = dict(live.values_list("path", "page_id"))
    queries = list(read_golden(RESOURCES / f"{name}.tsv", pages))
    asked, synonyms = with_corrections(engine), rules.synonyms(locale)
    measured = measure(lambda query: asked(replace(query, synonyms=synonyms)), locale, queries)
    shown = "\n".join(table(measured))
    record_property("measured", f"{engine}, {name}\n{shown}")
    overall = next(row for row in measured if row.kind == ALL)
    floor, among_three = FLOORS[name]
    assert overall.ndcg >= floor, shown
    assert overall.among_three >= among_three, shown


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("golden_lv", 60),
        ("golden_en", 30),
        ("own_words_lv", 30),
        ("own_words_en", 20),
        ("further_own_words_lv", 30),
        ("further_own_words_en", 30),
        ("fresh_own_words_lv", 20),
        ("fresh_own_words_en", 20),
        ("newest_own_words_lv", 25),
        ("newest_own_words_en", 25),
        ("latest_own_words_lv", 65),
        ("latest_own_words_en", 45),
    ],
)
def test_the_lists_are_long_and_ask_nothing_twice(name: str, least: int) -> None:
    lines = (RESOURCES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    asked = [line.split("\t")[1] for line in lines]
    assert len(set(asked)) == len(asked) >= least
