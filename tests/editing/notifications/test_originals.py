"""Those who translate learn of a published original, once until it is dealt with."""

from typing import Any

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import Locale

from govlab.editing.inbox.assignments import assign
from govlab.editing.models import Notification, NotificationSettings, PublishedOriginal
from govlab.editing.notifications.originals import tell_translators
from govlab.users import acting
from tests.factories import make_news, make_news_index, make_standard, publish, translate_page
from tests.factories.accounts import ENTER, make_account, make_group

from .conftest import SendAll


def english() -> Locale:
    return Locale.objects.get(language_code="en")


def recipients(mails: list[Any]) -> list[str]:
    return sorted(address for each in mails for address in each.to)


@pytest.fixture
def able(accounts: dict[str, Any]) -> list[str]:
    return sorted(accounts[role].email for role in ("translator", "approver-en", "administrator"))


def test_a_missing_translation(page: Any, able: list[str], send: SendAll) -> None:
    publish(page)
    assert mail.outbox == []
    mails = send()
    assert recipients(mails) == able
    for each in mails:
        assert each.subject == "Jātulko: Lapa"
        address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
        assert address in each.body
    publish(page)
    assert send() == []


def test_an_outdated_translation_until_it_is_dealt_with(
    page: Any, able: list[str], send: SendAll
) -> None:
    english_page = translate_page(page, title="Page", summary="Summary.")
    page.summary = "Mainīts."
    page = publish(page)
    mails = send()
    assert recipients(mails) == able
    assert reverse("wagtailadmin_pages:edit", args=[english_page.pk]) in mails[0].body
    page.summary = "Vēlreiz mainīts."
    page = publish(page)
    assert send() == []
    translate_page(page, title="Page", summary="Another summary.")
    assert send() == []
    page.summary = "Pavisam cits."
    publish(page)
    assert recipients(send()) == able


def test_nothing_is_to_be_done(page: Any, send: SendAll) -> None:
    """An original without changes, a translation, and a page that is not public."""
    english_page = translate_page(page, title="Page", summary="Summary.")
    publish(page)
    publish(english_page)
    other = publish(make_standard(page.get_parent(), title="Noņemta"))
    other.unpublish()
    assert send() == []
    assert not PublishedOriginal.objects.exists()


def test_the_assignee_alone(page: Any, accounts: dict[str, Any], send: SendAll) -> None:
    assign(accounts["administrator"], page, english(), accounts["translator"])
    publish(page)
    assert recipients(send()) == [accounts["translator"].email]


def test_an_assignee_without_the_right_is_none(
    page: Any, accounts: dict[str, Any], send: SendAll
) -> None:
    assign(accounts["administrator"], page, english(), accounts["author"])
    publish(page)
    assert accounts["author"].email not in recipients(send())


def test_preferences_and_who_acted(page: Any, accounts: dict[str, Any], send: SendAll) -> None:
    NotificationSettings.objects.create(user=accounts["approver-en"], translations=False)
    token = acting._account.set(accounts["administrator"])
    publish(page)
    acting._account.reset(token)
    assert recipients(send()) == [accounts["translator"].email]


def test_only_those_who_may_translate_this_page(
    home: Any, page: Any, accounts: dict[str, Any], send: SendAll
) -> None:
    """A translator of one section is not told of others."""
    index = publish(make_news_index(home, title="Jaunumi"))
    english_index = translate_page(index, title="News", summary="Summary.")
    news_only = make_account(
        make_group(
            ENTER,
            "wagtail_localize.submit_translation",
            pages={english_index: ("add", "change")},
        )
    )
    send()
    publish(page)
    assert news_only.email not in recipients(send())
    publish(make_news(index, "Ziņa"))
    assert news_only.email in recipients(send())


def test_many_pages_are_one_mail(home: Any, able: list[str], send: SendAll) -> None:
    send()
    for title in ("Pirmā", "Otrā", "Trešā"):
        publish(make_standard(home, title=title))
    mails = send()
    assert recipients(mails) == able
    assert mails[0].subject == "Jātulko: 3 lapas"
    assert all(title in mails[0].body for title in ("Pirmā", "Otrā", "Trešā"))


def test_what_was_translated_meanwhile_is_not_mailed(page: Any, send: SendAll) -> None:
    publish(page)
    tell_translators()
    assert Notification.objects.filter(done_at=None).exists()
    translate_page(page, title="Page", summary="Summary.")
    assert send() == []
