import datetime as dt
from ipaddress import ip_network
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry

from govlab.delivery.operations import worker
from search.curation import clients, zero_results
from search.curation.decision_log import decide
from search.models import ZeroResultQuery, ZeroResultState
from tests.factories import make_zero_result

DAY = dt.date(2026, 3, 12)
NOON = dt.datetime(2026, 3, 12, 12, tzinfo=dt.UTC)


_clients = map(str, ip_network("198.51.100.0/24"))


def note(text: str, locale: str = "lv", client: str = "") -> None:
    """By a client of its own, unless one is given."""
    zero_results.count(text, locale, client or next(_clients))


def kept() -> dict[str, int]:
    return dict(ZeroResultQuery.objects.values_list("text", "count"))


def test_counts_what_is_the_same_but_for_case_and_spaces(db: None) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        note("Digitālais  Asistents ", "lv")
        clock.shift(dt.timedelta(days=2))
        note("digita\u0304lais asistents", "lv")
        note("digitālais asistents", "en")
    latvian, english = ZeroResultQuery.objects.order_by("-locale")
    assert (latvian.text, latvian.count) == ("digitālais asistents", 2)
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
        "vārds\ud800",
        "janis＠example",
    ],
)
def test_what_may_be_personal_or_is_no_query_is_not_kept(db: None, text: str) -> None:
    note(text, "lv")
    assert kept() == {}


def test_one_client_is_one_a_day_whatever_it_does(db: None) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        for _ in range(5):
            note("slogs", client="192.0.2.1")
            note("Slogs ", client="192.0.2.1")
        assert kept() == {"slogs": 1}
        assert not zero_results.shown()
        note("slogs", client="192.0.2.2")
        assert [row.text for row in zero_results.shown()] == ["slogs"]
        clock.shift(dt.timedelta(days=1))
        note("slogs", client="192.0.2.1")
    assert kept() == {"slogs": 3}


@pytest.mark.parametrize(
    ("addresses", "count"),
    [
        (("192.0.2.1", "192.0.2.1", "::ffff:192.0.2.1"), 1),
        (("2001:db8::1", "2001:db8::ffff:2", "2001:db8:0:0:9::"), 1),
        (("192.0.2.1", "2001:db8::1", "2001:db8:0:1::1"), 3),
    ],
)
def test_readers_of_the_search_page_are_told_from_each_other(
    client: Client, home: Any, addresses: tuple[str, ...], count: int
) -> None:
    for address in addresses:
        client.get("/lv/meklet/", {"q": "slogs"}, REMOTE_ADDR=address)
    assert kept() == {"slogs": count}


def test_one_client_cannot_fill_the_inbox(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clients, "MAX_A_DAY", 3)
    for number in range(9):
        note(f"joks {number}", client="192.0.2.1")
    note("slogs", client="192.0.2.2")
    assert len(kept()) == 4


def test_nothing_tells_who_asked(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the address nor the query stands in the cache, and its salt is drawn each day."""
    written: dict[str, tuple[Any, int]] = {}
    add = cache.add

    def spied(key: str, value: Any, timeout: int) -> bool:
        written[key] = value, timeout
        return bool(add(key, value, timeout=timeout))

    monkeypatch.setattr(cache, "add", spied)
    with time_machine.travel(NOON, tick=False) as clock:
        note("slogs", client="192.0.2.1")
        first = dict(written)
        assert "192.0.2.1" not in str(first)
        assert "slogs" not in str(first)
        # Riga is two hours ahead: its day ends ten hours after noon.
        assert {timeout for _, timeout in first.values()} == {10 * 60 * 60}
        clock.shift(dt.timedelta(days=1))
        note("slogs", client="192.0.2.1")
    assert len(written) == 2 * len(first)
    salts = [value for key, (value, _) in written.items() if key.startswith("search-salt")]
    assert len(set(salts)) == 2


def test_without_a_cache_nobody_is_counted_and_nobody_notices(
    db: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: Any, **__: Any) -> bool:
        raise ConnectionError

    monkeypatch.setattr(cache, "add", fail)
    note("slogs")
    assert kept() == {}
    assert "slogs" not in caplog.messages[0]


@pytest.mark.parametrize(
    "text", ["slogs\x00", "slo\u00adgs", "\ufeffslogs", "slogs\u202e", "ＳＬＯＧＳ"]
)
def test_what_nobody_sees_makes_no_other_query(db: None, text: str) -> None:
    note("slogs")
    note(text)
    assert kept() == {"slogs": 2}


@pytest.mark.parametrize("text", ["budžets 2026", "e-pakalpojumi", "u.c. metodes", "ES fondi?"])
def test_what_people_ask_is_kept(db: None, text: str) -> None:
    note(text, "lv")
    assert len(kept()) == 1


@pytest.mark.parametrize("locale", ["", "de", "lv-LV"])
def test_other_languages_are_not_kept(db: None, locale: str) -> None:
    note("slogs", locale)
    assert kept() == {}


def test_two_who_ask_first_at_the_same_moment_are_two(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second finds no row, and then the first one's."""
    add_one, answers = zero_results._add_one, [0]
    monkeypatch.setattr(
        zero_results, "_add_one", lambda *asked: answers.pop() if answers else add_one(*asked)
    )
    make_zero_result("slogs", count=1)
    note("slogs", "lv")
    assert kept() == {"slogs": 2}


def test_a_query_asked_before_costs_one_change(db: None) -> None:
    note("slogs", "lv")
    with CaptureQueriesContext(connection) as queries:
        note("slogs", "lv")
    assert len([query for query in queries if "SAVEPOINT" not in query["sql"]]) == 1


def test_a_reader_gets_their_page_whatever_goes_wrong(
    db: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*asked: Any) -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM there_is_no_such_table")
        return 0

    monkeypatch.setattr(zero_results, "_add_one", fail)
    note("slogs", "lv")
    assert "could not be counted" in caplog.text
    assert "slogs" not in caplog.messages[0]
    assert kept() == {}, "and the transaction of the reader's page goes on"


def test_what_was_handled_and_is_missed_again_is_open_again(db: None) -> None:
    make_zero_result("slogs", state=ZeroResultState.HANDLED)
    make_zero_result("joks", state=ZeroResultState.DISMISSED)
    note("slogs", "lv")
    note("joks", "lv")
    assert dict(ZeroResultQuery.objects.values_list("text", "state")) == {
        "slogs": ZeroResultState.OPEN,
        "joks": ZeroResultState.DISMISSED,
    }


def test_the_rarest_and_oldest_make_room(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zero_results, "MAX_OPEN", 3)
    with time_machine.travel(NOON, tick=False):
        make_zero_result("bieži", count=9, last_day=DAY - dt.timedelta(days=90))
        make_zero_result("vecs", count=1, last_day=DAY - dt.timedelta(days=2))
        make_zero_result("vakar", count=1, last_day=DAY - dt.timedelta(days=1))
        make_zero_result("noraidīts", count=1, state=ZeroResultState.DISMISSED)
        make_zero_result("english", count=1, locale="en", last_day=DAY - dt.timedelta(days=9))
        note("jauns", "lv")
    assert set(kept()) == {"bieži", "vakar", "noraidīts", "english", "jauns"}


@pytest.mark.parametrize(
    ("count", "age", "stays"), [(1, 7, True), (1, 8, False), (2, 180, True), (2, 181, False)]
)
def test_queries_are_forgotten(db: None, count: int, age: int, stays: bool) -> None:
    make_zero_result("slogs", count=count, last_day=DAY - dt.timedelta(days=age))
    zero_results.purge(DAY)
    assert bool(kept()) is stays


def test_the_log_forgets_with_them(admin_user: Any) -> None:
    make_zero_result("slogs")
    decide(ZeroResultQuery.objects.all(), ZeroResultState.DISMISSED, admin_user)
    entries = ModelLogEntry.objects.filter(label="slogs")
    assert [entry.action for entry in entries] == ["search.dismiss"]
    zero_results.purge(DAY + dt.timedelta(days=181))
    assert not entries.all()


def test_the_worker_forgets_in_its_rounds(db: None) -> None:
    make_zero_result("slogs", count=1, last_day=DAY)
    with time_machine.travel(NOON, tick=False) as clock:
        worker.run_round("worker")
        assert kept() == {"slogs": 1}
        clock.shift(dt.timedelta(days=8))
        worker.run_round("worker")
    assert kept() == {}
