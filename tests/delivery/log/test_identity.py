"""A restored log is another log, and readers are told so."""

from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection

from govlab.delivery.log import identity, relay
from govlab.delivery.log.cursors import LogCursor, NoCursorError, OtherLogError, read_cursor
from govlab.delivery.models import Head
from govlab.delivery.models.head import LogState
from tests.factories import make_standard

STATE = LogState("0123456789ab", 42, 7, 0)


def epoch() -> str:
    return Head.current().epoch


@pytest.mark.parametrize("text", ["", "0", "000"])
def test_the_beginning(text: str) -> None:
    assert read_cursor(text, STATE) == LogCursor(STATE.epoch, 0)


@pytest.mark.parametrize("sequence", [0, 1, 42])
def test_a_cursor_of_this_log(sequence: int) -> None:
    cursor = LogCursor(STATE.epoch, sequence)
    assert read_cursor(str(cursor), STATE) == cursor


@pytest.mark.parametrize(
    "text", ["0123456789ab-43", "ba9876543210-1", "ba9876543210-0", "41", "9" * 18]
)
def test_a_cursor_of_another_log(text: str) -> None:
    with pytest.raises(OtherLogError):
        read_cursor(text, STATE)


@pytest.mark.parametrize(
    "text",
    ["-1", "x", "9" * 30, "0123456789ab", "0123456789ab-", "0123456789AB-1", "0123456789ab-01",
     "0123456789ab-1 ", "0123456789ab-1\n", "٣", "0123456789ab-٣", "0123456789ab-" + "9" * 30],
)  # fmt: skip
def test_no_cursor(text: str) -> None:
    with pytest.raises(NoCursorError):
        read_cursor(text, STATE)


def test_another_database_is_another_log(home: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    relay.drain()
    monkeypatch.setattr(identity, "database_identity", lambda: "first")
    identity.ensure_identity()
    before = epoch()
    identity.ensure_identity()
    assert epoch() == before
    monkeypatch.setattr(identity, "database_identity", lambda: "restored")
    identity.ensure_identity()
    after = epoch()
    assert after != before
    identity.ensure_identity()
    assert epoch() == after


def test_a_database_that_cannot_tell_changes_nothing(
    home: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(identity, "database_identity", lambda: "known")
    identity.ensure_identity()
    before = epoch()
    monkeypatch.setattr(identity, "database_identity", lambda: "")
    identity.ensure_identity()
    assert epoch() == before


def test_a_log_that_ends_earlier_than_before(home: Any) -> None:
    make_standard(home)
    relay.drain()
    identity.ensure_identity()
    before = Head.current()
    Head.objects.update(sequence=before.sequence - 1)
    identity.ensure_identity()
    assert epoch() != before.epoch


def test_an_unreachable_cache_is_no_restore(home: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: Any, **options: Any) -> None:
        raise ConnectionError

    relay.drain()
    before = epoch()
    monkeypatch.setattr(cache, "get", fail)
    monkeypatch.setattr(cache, "set", fail)
    identity.ensure_identity()
    assert epoch() == before


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("column", ["sequence", "revision"])
def test_a_process_sees_the_log_go_back(home: Any, column: str) -> None:
    Head.objects.update(sequence=10, revision=10)
    watch = identity.Watch()
    seen = watch.check(Head.current())
    assert watch.check(Head.current()) == seen
    Head.objects.update(**{column: 9})
    assert watch.check(Head.current()).epoch != seen.epoch


@pytest.mark.django_db(transaction=True)
def test_a_late_thread_is_no_restore(home: Any) -> None:
    Head.objects.update(sequence=10, revision=10)
    watch = identity.Watch()
    early = Head.current()
    Head.objects.update(sequence=11)
    watch.check(Head.current())
    assert watch.check(early) == Head.current()
    assert epoch() == early.epoch


@pytest.mark.django_db(transaction=True)
def test_a_table_that_was_restored_has_another_identity() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("only a server knows its tables by number")
    before = identity.database_identity()
    assert before
    assert identity.database_identity() == before
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE dumped (LIKE delivery_head INCLUDING ALL)")
        cursor.execute("INSERT INTO dumped SELECT * FROM delivery_head")
        cursor.execute("ALTER TABLE delivery_head RENAME TO delivery_head_before")
        cursor.execute("ALTER TABLE dumped RENAME TO delivery_head")
    try:
        assert identity.database_identity() != before
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE delivery_head")
            cursor.execute("ALTER TABLE delivery_head_before RENAME TO delivery_head")
    assert identity.database_identity() == before
