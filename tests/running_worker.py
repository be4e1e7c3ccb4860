"""A worker in a thread of the test's process, as `run_worker` is one in a process of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from django.db import connections

from govlab.delivery.log import consumers
from govlab.delivery.operations import worker


@contextmanager
def running(*following: consumers.Consumer) -> Iterator[Event]:
    """A worker with these consumers; yields what stops it."""
    stop = Event()

    def run() -> None:
        try:
            worker.run_rounds("test", interval=1, stop=stop)
        finally:
            connections.close_all()

    before = consumers._consumers
    consumers._consumers = {consumer.name: consumer for consumer in following}
    thread = Thread(target=run)
    thread.start()
    try:
        yield stop
    finally:
        stop.set()
        thread.join(30)
        consumers._consumers = before
    assert not thread.is_alive()
