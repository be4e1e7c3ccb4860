import datetime as dt
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.curation import rules
from search.query.expansion import Synonym
from tests.factories import make_promotion, make_standard, make_synonym

TODAY = dt.datetime(2026, 3, 12, 12, tzinfo=dt.UTC)


def test_synonyms_of_a_language(db: None) -> None:
    make_synonym("slogs", "birokrātija")
    make_synonym("burden", "red tape", locale="en")
    assert rules.synonyms("lv") == (Synonym.equal("slogs", "birokrātija"),)
    assert rules.synonyms("en") == (Synonym.equal("burden", "red tape"),)


def test_what_editors_change_counts_at_once(db: None) -> None:
    synonym = make_synonym("slogs", "birokrātija")
    rules.synonyms("lv")
    synonym.delete()
    assert rules.synonyms("lv") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("administratīvais slogs", True),
        ("Administratīvā sloga", True),
        ("administrativo slogu", True),
        ("kas ir administratīvais slogs?", True),
        ("slogs", False),
        ("administratīvais slogs skolā", False),
        ("slogs administratīvais", False),
        ("", False),
        ("…", False),
    ],
)
def test_the_whole_query_in_any_form(home: Any, text: str, found: bool) -> None:
    make_promotion("birokrātija", "administratīvais slogs", pages=[home])
    assert rules.promoted(text, "lv") == ([home.pk] if found else [])


def test_pages_in_the_order_of_the_editors_and_each_once(home: Any) -> None:
    first, second = make_standard(home), make_standard(home)
    make_promotion("slogs", pages=[second, first])
    make_promotion("slogs", pages=[first, home])
    assert rules.promoted("slogu", "lv") == [second.pk, first.pk, home.pk]


def test_another_language_is_not_affected(home: Any) -> None:
    make_promotion("slogs", pages=[home])
    assert rules.promoted("slogs", "en") == []


@pytest.mark.parametrize(("day", "found"), [(11, False), (12, True), (13, True)])
def test_the_last_day_is_the_last(home: Any, day: int, found: bool) -> None:
    make_promotion("slogs", pages=[home], until=dt.date(2026, 3, day))
    with time_machine.travel(TODAY, tick=False):
        assert rules.promoted("slogs", "lv") == ([home.pk] if found else [])


def test_a_withdrawn_page_stays_and_a_deleted_one_goes(home: Any) -> None:
    withdrawn, deleted = make_standard(home, live=False), make_standard(home)
    make_promotion("slogs", pages=[withdrawn, deleted])
    deleted.delete()
    assert rules.promoted("slogs", "lv") == [withdrawn.pk]


def test_two_queries_however_many_rules(home: Any) -> None:
    for number in range(5):
        make_synonym(f"vārds{number}", "slogs")
        make_promotion(f"vārds{number}", "slogs", pages=[home])
    with CaptureQueriesContext(connection) as queries:
        rules.synonyms("lv")
        rules.promoted("slogs", "lv")
    assert len(queries) == 2
