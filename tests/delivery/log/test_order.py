"""Sequences follow commits: who has seen one never later finds a smaller one."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Barrier, Event
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction

from govlab.delivery.log import feed
from govlab.delivery.models import Document, Head, Mark
from govlab.delivery.operations import worker
from govlab.settings import base
from tests.factories import make_standard, publish

from .portal import Portal

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        "postgresql" not in settings.DATABASES["default"]["ENGINE"],
        reason="SQLite lets one transaction write at a time",
    ),
]


@pytest.fixture(autouse=True)
def _tasks_as_in_production(settings: Any) -> None:
    settings.TASKS = base.TASKS


def elsewhere(pool: ThreadPoolExecutor, work: Callable[[], Any]) -> Future[Any]:
    """Runs it on a connection of its own."""

    def run() -> Any:
        try:
            return work()
        finally:
            connection.close()

    return pool.submit(run)


def sequence(page: Any) -> int:
    return Document.objects.get(pk=page.pk).sequence


def test_who_commits_first_comes_first(portal: Portal, home: Any) -> None:
    first, second = make_standard(home, live=False), make_standard(home, live=False)
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            publish(first)
            elsewhere(pool, lambda: publish(second)).result(timeout=60)
            assert sequence(second) > portal.sequence
            assert not Document.objects.filter(pk=first.pk).exists()
        assert sequence(second) < sequence(first)
    assert list(portal.follow().documents) == [second.pk, first.pk]


def test_editor_does_not_wait_for_another_relay(portal: Portal, home: Any) -> None:
    page = make_standard(home, live=False)
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            Head.lock()
            elsewhere(pool, lambda: publish(page)).result(timeout=60)
            assert Mark.objects.exists()
            assert not Document.objects.filter(pk=page.pk).exists()
        worker.follow()
    assert list(portal.follow().documents) == [page.pk]


def test_many_at_once(portal: Portal, home: Any) -> None:
    pages = [publish(make_standard(home)) for _ in range(8)]
    portal.follow()
    editors, rounds = 4, 3
    start, done = Barrier(editors + 2), Event()

    def edit(number: int) -> None:
        start.wait()
        for turn in range(rounds):
            for page in pages[number::editors]:
                mine = type(page).objects.get(pk=page.pk)
                mine.title = f"{number}.{turn}"
                publish(mine)

    def work() -> None:
        start.wait()
        while not done.is_set():
            worker.follow()

    def read() -> list[str]:
        """Looks at the whole log again and again; returns what came in too late."""
        start.wait()
        seen: set[int] = set()
        late: list[str] = []
        while not done.is_set():
            now = {entry.sequence for entry in feed.after(0, 1000)}
            late += [f"{new} after {max(seen)}" for new in now - seen if seen and new < max(seen)]
            seen |= now
        return late

    with ThreadPoolExecutor(editors + 2) as pool:
        reader, follower = elsewhere(pool, read), elsewhere(pool, work)
        try:
            tasks = [elsewhere(pool, lambda number=n: edit(number)) for n in range(editors)]
            for task in tasks:
                task.result(timeout=120)
        finally:
            done.set()
        follower.result(timeout=60)
        assert reader.result(timeout=60) == []
    worker.follow()
    portal.follow()
    assert {portal[page]["title"] for page in pages} == {
        f"{n}.{rounds - 1}" for n in range(editors)
    }
