"""The log cannot differ from the pages for long without anybody knowing."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from wagtail.models import Page

from govlab.delivery.locks import exclusive
from govlab.delivery.log import relay
from govlab.delivery.log.audit import differences
from govlab.delivery.log.expand import every_key
from govlab.delivery.models import Divergence, Document, DocumentReference, Head, LogCheck, Mark
from govlab.delivery.operations import self_check
from govlab.delivery.operations.self_check import check_group, check_slice
from tests.factories import make_standard, publish, translate_page
from tests.second_process import needs_database_server
from tests.second_thread import beside


@pytest.fixture
def page(home: Any) -> Any:
    publish(home)
    page = publish(make_standard(home))
    relay.drain()
    return page


def a_round() -> None:
    """Slices until a whole round has ended."""
    before = LogCheck.objects.values_list("last_finished_at", flat=True).first()
    for _ in range(200):
        check_slice()
        ended = LogCheck.objects.values_list("last_finished_at", flat=True).get()
        if ended != before:
            return
    raise AssertionError("the round does not end")


def test_a_sound_log_gives_nothing(page: Any) -> None:
    a_round()
    check = LogCheck.objects.get()
    assert (check.last_groups, check.last_found) == (len(every_key()), 0)
    assert check.last_finished_at is not None
    assert not Mark.objects.exists()
    assert not Divergence.objects.exists()


DAMAGES = {
    "past the signals": lambda page: Page.objects.filter(pk=page.pk).update(title="Cits"),
    "unpublished past them": lambda page: Page.objects.filter(pk=page.pk).update(live=False),
    "a lost document": lambda page: Document.objects.filter(page_id=page.pk).delete(),
    "a wrong path": lambda page: Document.objects.filter(page_id=page.pk).update(path="/lv/x/"),
    "a reference too many": lambda page: DocumentReference.objects.create(
        document=Document.objects.get(page_id=page.pk), key="page:nothing"
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_divergence_is_found_said_and_mended(
    page: Any, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    DAMAGES[damage](page)
    assert list(differences())
    a_round()
    found = Divergence.objects.get()
    assert (found.page_id, found.mended_at) == (page.pk, None)
    assert found.message in caplog.text
    relay.drain()
    a_round()
    found.refresh_from_db()
    assert found.mended_at is not None
    assert list(differences()) == []
    assert LogCheck.objects.get().last_found == 0


def test_a_document_whose_page_is_gone(page: Any) -> None:
    Document.objects.filter(page_id=page.pk).update(
        translation_key="ffffffff-ffff-4fff-8fff-ffffffffffff", page_id=999_999
    )
    a_round()
    relay.drain()
    assert list(differences()) == []
    assert not Document.objects.filter(page_id=999_999, live=True).exists()


def test_what_a_mark_waits_for_is_no_divergence(page: Any) -> None:
    page.title = "Jauns"
    page.save_revision().publish()
    assert Mark.objects.exists()
    assert check_group(page.translation_key) == []
    Mark.objects.all().delete()
    Mark.objects.create(scope="everything", reason="site changed")
    assert check_group(page.translation_key) == []
    Mark.objects.all().delete()
    assert len(check_group(page.translation_key)) == 1


def test_one_that_cannot_be_compared_stops_no_round(page: Any, monkeypatch: Any) -> None:
    other = publish(make_standard(page.get_parent()))
    relay.drain()
    compare = self_check.differences_of

    def broken(key: Any, tree: Any) -> Any:
        if key == page.translation_key:
            raise RuntimeError("unreadable")
        return compare(key, tree)

    monkeypatch.setattr(self_check, "differences_of", broken)
    Page.objects.filter(pk=other.pk).update(title="Cits")
    a_round()
    messages = {each.message.partition(":")[0] for each in Divergence.objects.all()}
    assert messages == {"not compared (RuntimeError", "the content of the page differs"}


def test_one_that_cannot_be_mended_is_said_once_and_stays(page: Any, monkeypatch: Any) -> None:
    Page.objects.filter(pk=page.pk).update(title="Cits")
    for _ in range(3):
        a_round()
        Mark.objects.all().delete()
    assert Divergence.objects.get().mended_at is None
    assert LogCheck.objects.get().last_found == 1


def test_the_cursor_survives_and_each_has_its_turn(page: Any, monkeypatch: Any) -> None:
    """Slices of one group; a worker that starts again goes on where the other stopped."""
    for _ in range(3):
        publish(make_standard(page.get_parent()))
    relay.drain()
    seen: list[Any] = []
    monkeypatch.setattr(self_check, "check_group", lambda key: seen.append(key) or [])
    monkeypatch.setattr(self_check, "SLICE_SECONDS", -1)
    keys = sorted(every_key())
    for _ in keys:
        check_slice()
    assert seen == keys


def test_a_large_site_is_round_in_a_day(page: Any) -> None:
    """So many groups a slice, by the time since the last one."""
    now = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
    check = LogCheck(total=100_000, compared_at=now - dt.timedelta(seconds=10))
    number = self_check._number(check, now)
    assert number * (dt.timedelta(days=1) / dt.timedelta(seconds=10)) > 100_000
    check.total = 10
    assert self_check._number(check, now) == 1
    check.compared_at = now + dt.timedelta(days=1)
    assert self_check._number(check, now) == 1


def test_both_languages_are_compared_together(page: Any) -> None:
    home = page.get_parent().specific
    translate_page(home, title="Home")
    english = translate_page(page, title="Page", summary="Summary.")
    relay.drain()
    Document.objects.filter(page_id=english.pk).update(card_json="{}")
    assert [each.page_id for each in check_group(page.translation_key)] == [english.pk]


def test_what_was_mended_long_ago_is_forgotten(page: Any) -> None:
    with time_machine.travel(dt.datetime(2026, 1, 1, tzinfo=dt.UTC)):
        Document.objects.filter(page_id=page.pk).update(path="/lv/x/")
        a_round()
        relay.drain()
        a_round()
    a_round()
    assert not Divergence.objects.exists()


def test_a_slice_costs_few_queries(page: Any, django_assert_max_num_queries: Any) -> None:
    check_slice()
    for _ in range(20):
        publish(make_standard(page.get_parent()))
    relay.drain()
    with django_assert_max_num_queries(40):
        check_slice()


@needs_database_server
@pytest.mark.django_db(transaction=True)
def test_one_worker_at_a_time(page: Any) -> None:
    with exclusive("log check") as ours:
        assert ours
        with beside(check_slice):
            pass
    assert not LogCheck.objects.exists()


def test_it_appends_nothing_by_itself(page: Any) -> None:
    head = Head.current()
    a_round()
    assert Head.current() == head
