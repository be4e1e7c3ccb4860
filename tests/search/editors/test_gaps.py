import datetime as dt
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry

from govlab.delivery.operations import worker
from search import gaps
from search.editors.gap_log import decide
from search.models import GapState, SearchGap
from tests.factories import make_gap

DAY = dt.date(2026, 3, 12)
NOON = dt.datetime(2026, 3, 12, 12, tzinfo=dt.UTC)


def kept() -> dict[str, int]:
    return dict(SearchGap.objects.values_list("question", "count"))


def test_counts_what_is_the_same_but_for_case_and_spaces(db: None) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        gaps.note("Digitālais  Asistents ", "lv")
        clock.shift(dt.timedelta(days=2))
        gaps.note("digita\u0304lais asistents", "lv")
        gaps.note("digitālais asistents", "en")
    latvian, english = SearchGap.objects.order_by("-locale")
    assert (latvian.question, latvian.count) == ("digitālais asistents", 2)
    assert (latvian.first_day, latvian.last_day) == (DAY, DAY + dt.timedelta(days=2))
    assert (english.locale, english.count) == ("en", 1)


@pytest.mark.parametrize(
    "text",
    [
        "janis.berzins@example.lv",
        "janis @ example",
        "https://example.lv/kas",
        "www kas: www.example.lv",
        "example.lv",
        "010190-12345",
        "tālrunis 29 123 456",
        "LV12HABA0551",
        "viens divi trīs četri pieci seši septiņi astoņi deviņi",
        "a" * 81,
        "",
        "   ",
        "…?!",
        "vārds\x00",
        "vārds\ud800",
        "vārds\u202e",
    ],
)
def test_what_may_be_personal_or_is_no_question_is_not_kept(db: None, text: str) -> None:
    gaps.note(text, "lv")
    assert kept() == {}


@pytest.mark.parametrize("text", ["budžets 2026", "e-pakalpojumi", "u.c. metodes", "ES fondi?"])
def test_what_people_ask_is_kept(db: None, text: str) -> None:
    gaps.note(text, "lv")
    assert len(kept()) == 1


@pytest.mark.parametrize("locale", ["", "de", "lv-LV"])
def test_other_languages_are_not_kept(db: None, locale: str) -> None:
    gaps.note("slogs", locale)
    assert kept() == {}


def test_two_who_ask_first_at_the_same_moment_are_two(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second finds no row, and then the first one's."""
    add_one, answers = gaps._add_one, [0]
    monkeypatch.setattr(
        gaps, "_add_one", lambda *asked: answers.pop() if answers else add_one(*asked)
    )
    make_gap("slogs", count=1)
    gaps.note("slogs", "lv")
    assert kept() == {"slogs": 2}


def test_a_question_asked_before_costs_one_change(db: None) -> None:
    gaps.note("slogs", "lv")
    with CaptureQueriesContext(connection) as queries:
        gaps.note("slogs", "lv")
    assert len([query for query in queries if "SAVEPOINT" not in query["sql"]]) == 1


def test_a_reader_gets_their_page_whatever_goes_wrong(
    db: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*asked: Any) -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM there_is_no_such_table")
        return 0

    monkeypatch.setattr(gaps, "_add_one", fail)
    gaps.note("slogs", "lv")
    assert "could not be counted" in caplog.text
    assert "slogs" not in caplog.messages[0]
    assert kept() == {}, "and the transaction of the reader's page goes on"


def test_what_was_handled_and_is_missed_again_is_open_again(db: None) -> None:
    make_gap("slogs", state=GapState.HANDLED)
    make_gap("joks", state=GapState.DISMISSED)
    gaps.note("slogs", "lv")
    gaps.note("joks", "lv")
    assert dict(SearchGap.objects.values_list("question", "state")) == {
        "slogs": GapState.OPEN,
        "joks": GapState.DISMISSED,
    }


def test_the_rarest_and_oldest_make_room(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gaps, "MOST_OPEN", 3)
    with time_machine.travel(NOON, tick=False):
        make_gap("bieži", count=9, last_day=DAY - dt.timedelta(days=90))
        make_gap("vecs", count=1, last_day=DAY - dt.timedelta(days=2))
        make_gap("vakar", count=1, last_day=DAY - dt.timedelta(days=1))
        make_gap("noraidīts", count=1, state=GapState.DISMISSED)
        make_gap("english", count=1, locale="en", last_day=DAY - dt.timedelta(days=9))
        gaps.note("jauns", "lv")
    assert set(kept()) == {"bieži", "vakar", "noraidīts", "english", "jauns"}


@pytest.mark.parametrize(
    ("count", "age", "stays"), [(1, 7, True), (1, 8, False), (2, 180, True), (2, 181, False)]
)
def test_questions_are_forgotten(db: None, count: int, age: int, stays: bool) -> None:
    make_gap("slogs", count=count, last_day=DAY - dt.timedelta(days=age))
    gaps.purge(DAY)
    assert bool(kept()) is stays


def test_the_log_forgets_with_them(admin_user: Any) -> None:
    make_gap("slogs")
    decide(SearchGap.objects.all(), GapState.DISMISSED, admin_user)
    entries = ModelLogEntry.objects.filter(label="slogs")
    assert [entry.action for entry in entries] == ["search.dismiss"]
    gaps.purge(DAY + dt.timedelta(days=181))
    assert not entries.all()


def test_the_worker_forgets_in_its_rounds(db: None) -> None:
    make_gap("slogs", count=1, last_day=DAY)
    with time_machine.travel(NOON, tick=False) as clock:
        worker.run_round("worker")
        assert kept() == {"slogs": 1}
        clock.shift(dt.timedelta(days=8))
        worker.run_round("worker")
    assert kept() == {}
