"""A fault at any statement loses nothing and repeats nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from django.db import OperationalError, connection, connections, transaction
from wagtail.models import Page, Revision

from govlab.delivery.models import Mark, ScheduledFailure
from govlab.delivery.schedule.run import run_due
from tests.factories import make_standard
from tests.second_process import needs_database_server
from tests.second_thread import beside

from .scheduling import actions, at, hours, schedule, state

committed = pytest.mark.django_db(transaction=True)


class Killed(BaseException):
    """Not caught by anything, as a killed process catches nothing."""


@contextmanager
def failing_at(number: int, error: Callable[[], BaseException]) -> Iterator[list[str]]:
    """The statement of that number fails, before the database has it. What begins and ends
    transactions is not counted: a test that undoes its work has savepoints in their place."""
    statements: list[str] = []

    def wrapper(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")):
            statements.append(sql)
            if len(statements) == number:
                raise error()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(wrapper):
        yield statements


def arrange(home: Any) -> tuple[Any, Any]:
    """A page that is to be published and to expire, with an alias; and one beside it."""
    page = make_standard(home, live=False)
    page.create_alias(update_slug="cits")
    schedule(page, hours(1), hours(2))
    other = make_standard(home, live=False)
    schedule(other, hours(2))
    return page, other


def assert_done_once(page: Any, other: Any) -> None:
    assert (state(page), actions(page)) == ((False, True, 0), ["publish", "unpublish"])
    assert state(Page.objects.get(alias_of=page.pk)) == (False, True, 0)
    assert (state(other), actions(other)) == ((True, False, 0), ["publish"])
    assert not ScheduledFailure.objects.exists()
    assert Mark.objects.filter(key=str(page.translation_key)).exists()


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def refused() -> BaseException:
    return OperationalError("canceling statement due to lock timeout")


def test_a_fault_at_each_statement(home: Any, settings: Any) -> None:
    """In turn: killed, the process is gone; refused (a time-out, a full disk), it goes on."""
    settings.GOVLAB_INLINE_RELAY = False
    pages = arrange(home)
    with undone(), at(hours(3)), failing_at(0, Killed) as statements:
        run_due()
        assert_done_once(*pages)
    for number in range(1, len(statements) + 1):
        fault = Killed if number % 2 else refused
        with undone():
            with at(hours(3)), suppress(Killed, OperationalError), failing_at(number, fault):
                run_due()
            with at(hours(4)):
                run_due()
                assert run_due().done == []
            assert_done_once(*pages)


@committed
@needs_database_server
def test_two_workers_at_once(home: Any) -> None:
    pages = [make_standard(home, live=False) for _ in range(6)]
    for page in pages:
        schedule(page, hours(1))
    with at(hours(1)), beside(run_due), beside(run_due):
        run_due()
    with at(hours(2)):
        run_due()
    assert {state(page) for page in pages} == {(True, False, 0)}
    assert [actions(page) for page in pages] == [["publish"]] * 6


@committed
@needs_database_server
def test_one_that_an_editor_is_changing_is_left_to_the_next_round(home: Any) -> None:
    """It is not waited for: what comes after it is published."""
    page, other = make_standard(home, live=False), make_standard(home, live=False)
    schedule(page, hours(1))
    schedule(other, hours(2))

    def work() -> None:
        with at(hours(3)):
            run_due()

    with transaction.atomic():
        Page.objects.select_for_update().get(pk=page.pk)
        with beside(work):
            pass
        assert state(other) == (True, False, 0)
        assert (state(page), ScheduledFailure.objects.exists()) == ((False, False, 1), False)
    with at(hours(3)):
        run_due()
    assert (state(page), actions(page)) == ((True, False, 0), ["publish"])


@committed
@needs_database_server
def test_a_lock_further_on_ends_the_attempt(home: Any, monkeypatch: Any) -> None:
    """Such as an alias that somebody else has: late with a reason, and soon tried again."""
    monkeypatch.setattr("govlab.delivery.schedule.carry_out.LOCK_SECONDS", 0.2)
    page = make_standard(home)
    alias = page.create_alias(update_slug="cits")
    schedule(page, hours(1))

    def work() -> None:
        with at(hours(1)):
            run_due()

    with transaction.atomic():
        Page.objects.select_for_update().get(pk=alias.pk)
        with beside(work):
            pass
    failure = ScheduledFailure.objects.get()
    assert "lock timeout" in failure.error
    assert "Another change" in failure.reasons["en"]
    with at(failure.next_try_at):
        assert len(run_due().done) == 1


@committed
@needs_database_server
def test_a_lost_connection_costs_one_attempt(home: Any) -> None:
    first, second = make_standard(home, live=False), make_standard(home, live=False)
    schedule(first, hours(1))
    schedule(second, hours(2))
    publish = Revision.publish

    def cut_off(self: Revision, **kwargs: Any) -> None:
        if self.object_id == str(first.pk):
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
        publish(self, **kwargs)

    def work() -> None:
        try:
            with at(hours(3)):
                run_due()
        finally:
            connections.close_all()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Revision, "publish", cut_off)
        with beside(work):
            pass
    assert (state(first), state(second)) == ((False, False, 1), (True, False, 0))
    with at(hours(4)):
        run_due()
    assert (state(first), actions(first)) == ((True, False, 0), ["publish"])
