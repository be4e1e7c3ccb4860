"""Every consumer gets every entry, again where it failed, and none gets in another's way."""

from collections.abc import Sequence
from typing import Any

import pytest

from govlab.delivery.log import consumers, feed, relay
from govlab.delivery.models import ConsumerCursor, Head
from tests.factories import make_standard, publish


class Copy:
    """A consumer that notes what it gets, and may be told to fail."""

    def __init__(self, name: str = "copy") -> None:
        self.batches: list[list[int]] = []
        self.failure: Exception | None = None
        self.consumer = consumers.Consumer(name, self.apply)

    def apply(self, entries: Sequence[feed.Entry]) -> None:
        if self.failure:
            raise self.failure
        self.batches.append([entry.sequence for entry in entries])

    @property
    def cursor(self) -> ConsumerCursor:
        return ConsumerCursor.objects.get(name=self.consumer.name)


@pytest.fixture
def log(home: Any) -> int:
    """Its end."""
    for _ in range(4):
        publish(make_standard(home))
    relay.drain()
    return Head.current().sequence


def test_it_gets_everything_in_order_in_batches(log: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(consumers, "BATCH", 2)
    copy = Copy()
    assert consumers.advance(copy.consumer)
    got = [sequence for batch in copy.batches for sequence in batch]
    assert got == [entry.sequence for entry in feed.after(0, 100)]
    assert max(map(len, copy.batches)) == 2
    assert copy.cursor.sequence == log
    assert consumers.advance(copy.consumer)
    assert sum(map(len, copy.batches)) == len(got), "nothing comes twice without need"


def test_a_failing_one_gets_the_same_again_and_says_why(
    log: int, caplog: pytest.LogCaptureFixture
) -> None:
    copy = Copy()
    copy.failure = RuntimeError("read-only")
    assert not consumers.advance(copy.consumer)
    assert (copy.cursor.sequence, copy.cursor.error) == (0, "RuntimeError: read-only")
    assert "“copy” failed" in caplog.text
    copy.failure = None
    assert consumers.advance(copy.consumer)
    assert (copy.cursor.sequence, copy.cursor.error) == (log, "")
    assert copy.batches[0][0] == feed.after(0, 1)[0].sequence


def test_an_error_is_cleared_though_nothing_is_new(log: int) -> None:
    copy = Copy()
    consumers.advance(copy.consumer)
    consumers.note_error("copy", RuntimeError("invalid"))
    assert consumers.advance(copy.consumer)
    assert copy.cursor.error == ""


def test_a_failing_one_holds_up_no_other(log: int, monkeypatch: pytest.MonkeyPatch) -> None:
    bad, good = Copy("bad"), Copy("good")
    bad.failure = RuntimeError("broken")
    monkeypatch.setattr(consumers, "_consumers", {"bad": bad.consumer, "good": good.consumer})
    consumers.advance_all()
    assert (bad.cursor.sequence, good.cursor.sequence) == (0, log)


def test_one_that_is_not_prepared_is_handed_nothing(log: int) -> None:
    copy = Copy()
    later = consumers.Consumer("copy", copy.apply, lambda sequence: None)
    assert consumers.advance(later)
    assert (copy.batches, copy.cursor.sequence) == ([], 0)


def test_one_that_has_everything_already_goes_on_from_there(log: int) -> None:
    copy = Copy()
    ahead = consumers.Consumer("copy", copy.apply, lambda sequence: log)
    assert consumers.advance(ahead)
    assert (copy.batches, copy.cursor.sequence) == ([], log)
