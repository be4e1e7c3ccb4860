"""Work beside a test, in a thread with a database connection of its own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

from django.db import connections


@contextmanager
def beside(work: Callable[[], None], patience: float = 60) -> Iterator[None]:
    """Its failure is the test's."""
    failures: list[BaseException] = []

    def run_and_close() -> None:
        try:
            work()
        except BaseException as failure:
            failures.append(failure)
        finally:
            connections.close_all()

    thread = Thread(target=run_and_close)
    thread.start()
    try:
        yield
    finally:
        thread.join(patience)
    assert not failures, failures
