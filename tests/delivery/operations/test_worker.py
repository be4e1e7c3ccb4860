"""The worker's threads: what hangs or fails in one is no matter to the others."""

import signal
import time
from itertools import pairwise
from threading import Event
from typing import Any

import pytest

from govlab.delivery.log import consumers
from govlab.delivery.models import ConsumerCursor, Head, Mark
from govlab.delivery.operations import worker
from tests.factories import make_standard, publish
from tests.running_worker import running
from tests.second_process import needs_database_server, start
from tests.waiting import timed, wait_for

pytestmark = [pytest.mark.django_db(transaction=True), needs_database_server]


def reached(name: str) -> bool:
    return ConsumerCursor.objects.filter(name=name, sequence=Head.current().sequence).exists()


def test_a_hanging_consumer_holds_up_neither_the_relay_nor_others(home: Any, settings: Any) -> None:
    settings.GOVLAB_INLINE_RELAY = False
    begun, end = Event(), Event()

    def hang(_: Any) -> None:
        begun.set()
        end.wait(60)

    hanging = consumers.Consumer("hanging", hang)
    sound = consumers.Consumer("sound", lambda entries: None)
    publish(home)
    with running(hanging, sound):
        try:
            assert begun.wait(20)
            publish(make_standard(home))
            assert Mark.objects.exists()
            wait_for(lambda: not Mark.objects.exists())
            wait_for(lambda: reached("sound"))
            assert not reached("hanging")
        finally:
            end.set()
        wait_for(lambda: reached("hanging"))


def test_a_failing_consumer_is_left_alone_longer_each_time(
    home: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "RELAY_SECONDS", 0.05)
    monkeypatch.setattr(worker, "LONGEST_PAUSE", 0.4)
    tries: list[float] = []

    def fail(_: Any) -> None:
        tries.append(time.monotonic())
        if len(tries) < 6:
            raise RuntimeError("broken")

    publish(home)
    with running(consumers.Consumer("failing", fail)):
        wait_for(lambda: reached("failing"))
    rests = [after - before for before, after in pairwise(tries)]
    least = (0.1, 0.2, 0.4, 0.4, 0.4)
    assert all(rest >= wanted for rest, wanted in zip(rests, least, strict=True)), rests
    assert ConsumerCursor.objects.get(name="failing").error == ""


def test_asked_to_end_it_does_not_wait_for_one_that_hangs(
    home: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "LAST_SECONDS", 0.5)
    begun, end, ended = Event(), Event(), Event()

    def hang(_: Any) -> None:
        begun.set()
        end.wait(60)
        ended.set()

    publish(home)
    try:
        with running(consumers.Consumer("hanging", hang)) as stop:
            assert begun.wait(20)
            stop.set()
            asked = time.monotonic()
        assert time.monotonic() - asked < 5
    finally:
        end.set()
        assert ended.wait(20)
        wait_for(lambda: reached("hanging"))


HANGING_WORKER = """
import time
from django.core.management import call_command
from govlab.delivery.log import consumers

def hang(entries):
    print("hanging", flush=True)
    time.sleep(60)

consumers.register(consumers.Consumer("hanging", hang))
call_command("run_worker", "--interval", "1")
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_command_ends_promptly(home: Any, number: signal.Signals) -> None:
    """Before whoever asked for it (Docker after 10 s) kills it."""
    publish(home)
    with start(HANGING_WORKER) as process:
        assert process.stdout
        wait_for(lambda: "hanging" in process.stdout.readline(), 60)  # type: ignore[union-attr]
        process.send_signal(number)
        said, seconds = timed(lambda: process.communicate(timeout=30)[0])
    assert (process.returncode, seconds < 8) == (0, True), said
    assert "Worker stopped." in said
