"""The daily summary: one mail at the set hour, instead of single ones, if anything waits."""

from datetime import UTC, datetime
from io import StringIO
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from govlab.editing.models import Notification, NotificationSettings
from govlab.editing.notifications import summaries
from tests.factories import publish
from tests.factories.accounts import sign_in

from .conftest import SendAll
from .test_approvals import prefer, submit
from .test_sending import Broken

# Eight o'clock in Riga is six o'clock UTC in winter.
MORNING = datetime(2026, 1, 15, 6, 0, tzinfo=UTC)


def wish(account: Any) -> NotificationSettings:
    return NotificationSettings.objects.create(user=account, daily_summary=True)


def at(moment: datetime, patch: pytest.MonkeyPatch) -> list[Any]:
    before = len(mail.outbox)
    patch.setattr(timezone, "now", lambda: moment)
    summaries.run()
    return list(mail.outbox[before:])


def test_at_the_hour_of_riga_once_a_day(
    page: Any, accounts: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    wish(accounts["translator"])
    assert at(MORNING.replace(hour=5, minute=59), monkeypatch) == []
    (told,) = at(MORNING, monkeypatch)
    assert told.to == [accounts["translator"].email]
    assert at(MORNING.replace(hour=20), monkeypatch) == []
    # Summer time.
    assert at(datetime(2026, 7, 15, 4, 59, tzinfo=UTC), monkeypatch) == []
    assert len(at(datetime(2026, 7, 15, 5, 0, tzinfo=UTC), monkeypatch)) == 1


def test_what_waits_with_links_in_the_recipients_language(
    page: Any, accounts: dict[str, Any]
) -> None:
    wish(accounts["approver-en"])
    prefer(accounts["approver-en"], preferred_language="en")
    assert summaries.send_due(timezone.now()) == 1
    (told,) = mail.outbox
    assert told.subject == "What waits for you today"
    assert "Missing translations: 1" in told.body
    assert "“Lapa” (English): Not translated" in told.body
    assert reverse("wagtail_localize:submit_page_translation", args=[page.pk]) in told.body


def test_titles_are_quoted_as_in_the_recipients_language(
    page: Any, accounts: dict[str, Any]
) -> None:
    wish(accounts["approver-en"])
    page.title = "Garš virsraksts, kurā ir krietni vairāk par četrdesmit rakstzīmēm"
    publish(page)
    summaries.send_due(timezone.now())
    (told,) = mail.outbox
    assert f"„{page.title}” (Angļu): " in told.body


def test_instead_of_single_mails(page: Any, accounts: dict[str, Any], send: SendAll) -> None:
    wish(accounts["approver-lv"])
    wish(accounts["author"])
    state = submit(page, accounts["author"])
    assert [each.to for each in send()] == [[accounts["administrator"].email]]
    assert summaries.send_due(timezone.now()) == 1
    assert mail.outbox[-1].to == [accounts["approver-lv"].email]
    assert "Lapa" in mail.outbox[-1].body
    state.current_task_state.specific.reject(user=accounts["approver-lv"], comment="Trūkst avota.")
    assert send() == []
    NotificationSettings.objects.update(last_summary_on=None)
    assert summaries.send_due(timezone.now()) == 1
    assert mail.outbox[-1].to == [accounts["author"].email]
    assert "Trūkst avota." in mail.outbox[-1].body
    assert not Notification.objects.filter(done_at=None).exists()
    NotificationSettings.objects.update(daily_summary=False)
    assert send() == []


def test_nothing_waits(home: Any, accounts: dict[str, Any]) -> None:
    row = wish(accounts["author"])
    assert summaries.send_due(timezone.now()) == 0
    row.refresh_from_db()
    assert row.last_summary_on == timezone.localdate()


def test_a_server_that_is_down_is_tried_again(page: Any, accounts: dict[str, Any]) -> None:
    row = wish(accounts["translator"])
    with pytest.MonkeyPatch.context() as patch:
        server = Broken(patch, ConnectionRefusedError("down"))
        summaries.send_due(timezone.now())
        summaries.send_due(timezone.now())
        assert server.attempts == 1
    row.refresh_from_db()
    assert row.last_summary_on is None
    assert summaries.send_due(row.next_summary_try_at) == 1


def test_the_command(page: Any, accounts: dict[str, Any]) -> None:
    wish(accounts["translator"])
    for count in (1, 0):
        output = StringIO()
        call_command("send_summaries", stdout=output)
        assert output.getvalue() == f"Summaries sent: {count}\n"


def test_accounts_choose(page: Any, accounts: dict[str, Any], send: SendAll) -> None:
    client = sign_in(accounts["translator"])
    address = reverse("wagtailadmin_account")
    form = client.get(address)
    assert "translation_notifications-daily_summary" in form.content.decode()
    data = {
        f"{panel.name}-{name}": value
        for panels in form.context["panels_by_tab"].values()
        for panel in panels
        for name, value in panel.get_form().initial.items()
        if value and panel.name != "avatar"
    }
    data.pop("translation_notifications-translations", None)
    data["translation_notifications-daily_summary"] = "on"
    response = client.post(address, data)
    assert response.status_code == 302, response.context["panels_by_tab"]
    chosen = NotificationSettings.objects.get(user=accounts["translator"])
    assert (chosen.translations, chosen.daily_summary) == (False, True)
    publish(page)
    assert accounts["translator"].email not in {each.to[0] for each in send()}
    for role, shown in {"author": True, "curator": False}.items():
        content = sign_in(accounts[role]).get(address).content.decode()
        assert ("translation_notifications-daily_summary" in content) == shown
        assert "translation_notifications-translations" not in content
