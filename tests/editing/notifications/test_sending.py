"""A mail server that is down loses nothing; a crash may repeat a mail, and loses none."""

from contextlib import nullcontext
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from govlab.delivery.operations import periodic_tasks
from govlab.editing.models import Notification
from govlab.editing.notifications import sending
from tests.factories.accounts import make_account

from .conftest import SendAll
from .test_approvals import submit


@pytest.fixture
def waiting(page: Any, accounts: dict[str, Any]) -> list[Notification]:
    make_account(*accounts["approver-lv"].groups.all())
    submit(page, accounts["author"])
    return list(Notification.objects.order_by("pk"))


class Broken:
    """A mail server; `fails` says how, and for whom."""

    def __init__(self, patch: pytest.MonkeyPatch, error: Exception, *addresses: str) -> None:
        self.attempts = 0
        send = EmailBackend.send_messages

        def send_messages(backend: Any, messages: list[Any]) -> int:
            self.attempts += 1
            if not addresses or messages[0].to[0] in addresses:
                raise error
            sent: int = send(backend, messages)
            return sent

        patch.setattr(EmailBackend, "send_messages", send_messages)


def test_an_unreachable_server_is_tried_once_a_round_and_later_again(
    waiting: list[Notification], send: SendAll
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        server = Broken(patch, ConnectionRefusedError("down"))
        assert send() == []
        assert send() == []
        assert server.attempts == 1
    rows = Notification.objects.all()
    assert {row.attempts for row in rows} == {1}
    assert all(row.done_at is None and row.next_try_at > timezone.now() for row in rows)
    rows.update(next_try_at=timezone.now())
    assert len(send()) == len(waiting)


def test_a_refused_address_does_not_hold_up_the_others(
    waiting: list[Notification], send: SendAll
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        Broken(patch, ValueError("refused"), waiting[0].recipient.email)
        assert len(send()) == len(waiting) - 1
    assert Notification.objects.filter(done_at=None).get() == waiting[0]


def test_it_is_given_up_after_a_week(waiting: list[Notification], send: SendAll) -> None:
    Notification.objects.update(created_at=timezone.now() - timedelta(days=8))
    with pytest.MonkeyPatch.context() as patch:
        Broken(patch, ConnectionRefusedError("down"))
        send()
    assert not Notification.objects.filter(done_at=None).exists()


def test_a_crash_between_sending_and_recording_repeats_the_mail(
    waiting: list[Notification], send: SendAll
) -> None:
    class Crash(BaseException):
        pass

    def crash(*args: Any) -> None:
        raise Crash

    with pytest.MonkeyPatch.context() as patch:
        done = sending._done
        patch.setattr(sending, "_done", lambda rows, now: crash() if rows else done(rows, now))
        with pytest.raises(Crash):
            send()
    assert len(mail.outbox) == 1
    assert len(send()) == len(waiting)


def test_two_workers_do_not_send_at_once(waiting: list[Notification]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sending, "exclusive", lambda name: nullcontext(False))
        sending.run()
    assert mail.outbox == []
    sending.run()
    assert len(mail.outbox) == len(waiting)


def test_the_worker_sends(waiting: list[Notification]) -> None:
    assert "editors-mail" in periodic_tasks._tasks
    periodic_tasks.run_all()
    assert len(mail.outbox) == len(waiting)
