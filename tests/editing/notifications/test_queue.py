"""A mail server that is down fails no save and loses no mail, of Wagtail's own ones either."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageSubscription

from govlab.editing.models import QueuedMail
from govlab.editing.notifications.queue import send_queued
from govlab.settings.mail import QUEUE
from tests.editing.forms import edit
from tests.factories.accounts import sign_in

from .test_sending import Broken

COMMENT = {
    "comments-TOTAL_FORMS": "1",
    "comments-INITIAL_FORMS": "0",
    "comments-0-text": "Vai tā saka?",
    "comments-0-contentpath": "summary",
    "comments-0-replies-TOTAL_FORMS": "0",
    "comments-0-replies-INITIAL_FORMS": "0",
}


@pytest.fixture(autouse=True)
def queue(settings: Any) -> None:
    settings.EMAIL_BACKEND = QUEUE


def test_a_comment_is_saved_while_the_server_is_down(page: Any, accounts: dict[str, Any]) -> None:
    PageSubscription.objects.create(
        user=accounts["approver-lv"], page=page, comment_notifications=True
    )
    with pytest.MonkeyPatch.context() as patch:
        Broken(patch, ConnectionRefusedError("down"))
        edit(sign_in(accounts["author"]), page, **COMMENT)
        assert page.wagtail_admin_comments.get().text == "Vai tā saka?"
        send_queued(timezone.now())
        assert mail.outbox == []
    row = QueuedMail.objects.get()
    assert row.attempts == 1
    assert row.next_try_at > timezone.now()
    send_queued(row.next_try_at)
    (sent,) = mail.outbox
    assert sent.to == [accounts["approver-lv"].email]
    assert "Vai tā saka?" in sent.body
    assert not QueuedMail.objects.exists()


def test_a_password_reset_is_sent_by_the_worker(client: Any, accounts: dict[str, Any]) -> None:
    accounts["author"].set_password("parole-testam")
    accounts["author"].save()
    address = accounts["author"].email
    client.post(reverse("wagtailadmin_password_reset"), {"email": address})
    assert mail.outbox == []
    send_queued(timezone.now())
    assert [sent.to for sent in mail.outbox] == [[address]]


@pytest.mark.django_db
def test_one_refused_mail_does_not_hold_up_the_others() -> None:
    for address in ("bad@example.org", "good@example.org"):
        EmailMessage("Temats", "Teksts", to=[address]).send()
    with pytest.MonkeyPatch.context() as patch:
        Broken(patch, ValueError("refused"), "bad@example.org")
        send_queued(timezone.now())
    assert [sent.to for sent in mail.outbox] == [["good@example.org"]]
    QueuedMail.objects.update(created_at=timezone.now() - timedelta(days=8))
    with pytest.MonkeyPatch.context() as patch:
        Broken(patch, ValueError("refused"), "bad@example.org")
        send_queued(timezone.now() + timedelta(hours=2))
    assert not QueuedMail.objects.exists()


@pytest.mark.django_db
def test_a_mail_arrives_as_it_was_written() -> None:
    written = EmailMultiAlternatives(
        "Temats: ēģļš",
        "Teksts",
        "no@example.org",
        ["kam@example.org"],
        ["slepeni@example.org"],
        headers={"Auto-Submitted": "auto-generated"},
        cc=["arī@example.org"],
        reply_to=["atbilde@example.org"],
        alternatives=[("<p>Teksts</p>", "text/html")],
    )
    get_connection().send_messages([written])
    send_queued(timezone.now())
    (sent,) = mail.outbox
    for name in ("subject", "body", "from_email", "to", "cc", "bcc", "reply_to", "extra_headers"):
        assert getattr(sent, name) == getattr(written, name)
    assert [tuple(part) for part in sent.alternatives] == [("<p>Teksts</p>", "text/html")]


@pytest.mark.django_db
def test_attachments_are_refused_and_not_lost() -> None:
    message = EmailMessage("Temats", "Teksts", to=["kam@example.org"])
    message.attach("datne.txt", "saturs")
    with pytest.raises(ValueError, match="attachments"):
        message.send()
