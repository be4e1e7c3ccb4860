"""Mails of approval: who gets them, in which language, with what in them."""

from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.core.checks import run_checks
from django.db import transaction
from django.urls import reverse
from wagtail.users.models import UserProfile

from govlab.editing.models import Notification
from govlab.editing.notifications import checks, record
from tests.factories.accounts import make_account

from .conftest import SendAll


def submit(page: Any, author: Any) -> Any:
    page.save_revision(user=author)
    return page.get_workflow().start(page, author)


def recipients(mails: list[Any]) -> list[str]:
    return sorted(address for each in mails for address in each.to)


def prefer(account: Any, **choices: Any) -> None:
    profile = UserProfile.get_for_user(account)
    for name, value in choices.items():
        setattr(profile, name, value)
    profile.save()


def test_those_who_may_approve_are_told_once(
    page: Any, accounts: dict[str, Any], send: SendAll, admin_user: Any
) -> None:
    # In two groups that approve, and an administrator who does not want it.
    both = make_account(
        *accounts["approver-lv"].groups.all(), *accounts["administrator"].groups.all()
    )
    prefer(accounts["administrator"], submitted_notifications=False)
    make_account(*accounts["approver-lv"].groups.all(), is_active=False)
    make_account(*accounts["approver-lv"].groups.all(), email="")
    submit(page, accounts["author"])
    assert mail.outbox == []
    mails = send()
    assert recipients(mails) == sorted(
        [both.email, accounts["approver-lv"].email, admin_user.email]
    )
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    for each in mails:
        assert each.from_email == settings.DEFAULT_FROM_EMAIL != "webmaster@localhost"
        assert f"{settings.WAGTAILADMIN_BASE_URL}{address}" in each.body
    assert send() == []


def test_an_approver_who_submits_is_not_told(
    page: Any, accounts: dict[str, Any], send: SendAll
) -> None:
    submit(page, accounts["approver-lv"])
    assert recipients(send()) == [accounts["administrator"].email]


def test_in_the_recipients_language(page: Any, accounts: dict[str, Any], send: SendAll) -> None:
    prefer(accounts["approver-lv"], preferred_language="en")
    prefer(accounts["author"], preferred_language="en")
    submit(page, accounts["author"])
    mails = {each.to[0]: each for each in send()}
    english, latvian = (mails[accounts[role].email] for role in ("approver-lv", "administrator"))
    assert english.subject == "Waiting for your approval: Lapa"
    assert "was submitted for approval" in english.body
    assert latvian.subject == "Gaida Jūsu apstiprinājumu: Lapa"
    assert "Labdien, Ilze Ozola!" in latvian.body
    assert "approv" not in latvian.body.replace(reverse("wagtailadmin_account"), "")


def test_what_was_decided_meanwhile_is_not_mailed(
    page: Any, accounts: dict[str, Any], send: SendAll
) -> None:
    state = submit(page, accounts["author"])
    state.current_task_state.specific.approve(user=accounts["approver-lv"])
    assert [each.subject for each in send() if "tulko" not in each.subject] == [
        "Apstiprināts: Lapa"
    ]


@pytest.mark.parametrize("reason", ["Trūkst avota.\nLūdzu, pievienojiet.", ""])
def test_a_rejection_has_its_reason(
    page: Any, accounts: dict[str, Any], send: SendAll, reason: str
) -> None:
    state = submit(page, accounts["author"])
    send()
    state.current_task_state.specific.reject(user=accounts["approver-lv"], comment=reason)
    (told,) = send()
    assert told.to == [accounts["author"].email]
    assert told.subject == "Pieprasīti labojumi: Lapa"
    assert (reason or "Iemesls nav norādīts.") in told.body
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in told.body


def test_an_approval_leads_to_the_page(page: Any, accounts: dict[str, Any], send: SendAll) -> None:
    state = submit(page, accounts["author"])
    send()
    state.current_task_state.specific.approve(user=accounts["approver-lv"])
    told = next(each for each in send() if each.to == [accounts["author"].email])
    assert told.subject == "Apstiprināts: Lapa"
    assert page.full_url in told.body


def test_nobody_is_told_of_their_own_decision(
    page: Any, accounts: dict[str, Any], send: SendAll
) -> None:
    state = submit(page, accounts["administrator"])
    send()
    state.current_task_state.specific.reject(user=accounts["administrator"], comment="Pats.")
    assert send() == []


def test_a_title_does_not_break_the_header(
    page: Any, accounts: dict[str, Any], send: SendAll
) -> None:
    page.title = page.draft_title = "Divas\nrindas"
    page.save()
    submit(page, accounts["author"])
    assert {each.subject.partition(": ")[2] for each in send()} == {"Divas rindas"}


def test_a_deleted_page_is_not_mailed(page: Any, accounts: dict[str, Any], send: SendAll) -> None:
    submit(page, accounts["author"])
    page.delete()
    assert send() == []
    assert not Notification.objects.exists()


def test_what_is_rolled_back_is_not_mailed(
    page: Any, accounts: dict[str, Any], send: SendAll
) -> None:
    with transaction.atomic():
        submit(page, accounts["author"])
        transaction.set_rollback(True)
    assert send() == []


def test_wagtails_own_mails_are_reported(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert [found for found in run_checks() if found.id == "editing.E010"] == []
    signal, _receiver, sender, uid = record.WORKFLOW_RECEIVERS[0]
    other = ((signal, lambda **kwargs: None, sender, uid),)
    monkeypatch.setattr(checks, "WORKFLOW_RECEIVERS", other)
    assert [found.id for found in checks.check_receivers(None)] == ["editing.E010"]
