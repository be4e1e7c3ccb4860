"""One process at a time, and whoever ends, however it ends, leaves the lock to the next."""

from threading import Thread
from typing import Any

import pytest
from django.db import connection, connections

from govlab.delivery.locks import exclusive
from govlab.delivery.log import consumers
from tests.second_process import needs_database_server, start
from tests.waiting import wait_for

pytestmark = pytest.mark.django_db(transaction=True)

# Holds the lock until it is killed.
HOLD = """
import time
from govlab.delivery.locks import exclusive
with exclusive("work") as ours:
    print("held" if ours else "taken", flush=True)
    time.sleep(60)
"""


def elsewhere(name: str, *, wait: bool = False) -> bool:
    """Whether a thread with a database connection of its own gets the lock."""
    got: list[bool] = []

    def attempt() -> None:
        try:
            with exclusive(name, wait=wait) as ours:
                got.append(ours)
        finally:
            connections.close_all()

    thread = Thread(target=attempt)
    thread.start()
    thread.join(30)
    assert got, "it is still waiting"
    return got[0]


def test_others_are_told_that_it_is_taken() -> None:
    with exclusive("work") as ours:
        assert ours
        assert not elsewhere("work")
        assert elsewhere("other work")
    assert elsewhere("work")


def test_a_failure_leaves_it() -> None:
    with pytest.raises(RuntimeError), exclusive("work"):
        raise RuntimeError
    assert elsewhere("work")


def test_who_waits_gets_it_after() -> None:
    got: list[bool] = []
    with exclusive("work"):
        thread = Thread(target=lambda: got.append(elsewhere("work", wait=True)))
        thread.start()
        thread.join(0.3)
        assert thread.is_alive()
    thread.join(30)
    assert got == [True]


@needs_database_server
def test_who_is_killed_leaves_it() -> None:
    with start(HOLD) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        assert not elsewhere("work")
        process.kill()
    assert wait_for(lambda: elsewhere("work"))


def test_a_consumer_that_is_led_elsewhere_is_left_to_it(home: Any) -> None:
    handed: list[Any] = []
    copy = consumers.Consumer("copy", handed.append)
    done: list[bool] = []

    def advance() -> None:
        try:
            done.append(consumers.advance(copy))
        finally:
            connections.close_all()

    with consumers.alone("copy"):
        thread = Thread(target=advance)
        thread.start()
        thread.join(30)
    assert (done, handed) == ([True], [])


def test_a_database_in_memory_shares_no_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of processes that test side by side each has one, and all of them by one name."""
    if connection.vendor == "postgresql":
        pytest.skip("a server's locks are its databases'")
    with exclusive("work") as ours:
        assert ours
        assert not elsewhere("work")
        monkeypatch.setattr("os.getpid", lambda: -1)
        assert elsewhere("work")
