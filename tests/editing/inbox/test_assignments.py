"""Who may assign a translation, and when an assignment ends."""

from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import Locale

from govlab.editing.inbox.assignments import assign, drop_lapsed
from govlab.editing.inbox.collect import inbox_items
from govlab.editing.models import TranslationAssignment
from tests.editing.translating import was_refused
from tests.factories import make_standard, publish, translate_page
from tests.factories.accounts import make_account, sign_in
from tests.factories.terms import make_topic


def english() -> Locale:
    return Locale.objects.get(language_code="en")


def send(actor: Any, source: Any, assignee: Any | None) -> Any:
    address = reverse("govlab_assign_translation", args=[source.translation_key, english().pk])
    return sign_in(actor).post(address, {"assignee": assignee.pk if assignee else ""})


def assignee(source: Any) -> Any:
    row = TranslationAssignment.objects.filter(translation_key=source.translation_key).first()
    return row and row.assignee


@pytest.fixture(params=["missing page", "started page", "term"])
def source(request: pytest.FixtureRequest, home: Any, accounts: dict[str, Any]) -> Any:
    if request.param == "term":
        return make_topic("Veselība")
    page = publish(make_standard(home, title="Lapa"))
    if request.param == "started page":
        translate_page(page, title="Page", summary="Summary.")
    return page


def test_a_translator_takes_it_and_gives_it_back(source: Any, accounts: dict[str, Any]) -> None:
    translator = accounts["translator"]
    other = make_account(*translator.groups.all())
    assert send(translator, source, translator).status_code == 302
    assert assignee(source) == translator
    assert was_refused(send(other, source, other))
    assert was_refused(send(other, source, None))
    assert assignee(source) == translator
    send(translator, source, None)
    assert assignee(source) is None


def test_approvers_and_administrators_assign_to_whoever_translates(
    source: Any, accounts: dict[str, Any]
) -> None:
    for actor in ("approver-en", "administrator"):
        send(accounts[actor], source, accounts["translator"])
        assert assignee(source) == accounts["translator"]
        send(accounts[actor], source, None)
        assert assignee(source) is None
    response = send(accounts["approver-en"], source, accounts["author"])
    assert response.status_code == 200
    assert response.context["form"].errors
    assert assignee(source) is None


@pytest.mark.parametrize("role", ["author", "approver-lv", "curator", "integrator"])
def test_others_assign_nothing(source: Any, accounts: dict[str, Any], role: str) -> None:
    for account in (accounts[role], accounts["translator"]):
        assert was_refused(send(accounts[role], source, account))
    assert assignee(source) is None


def test_it_ends_with_the_account(source: Any, accounts: dict[str, Any]) -> None:
    assign(accounts["administrator"], source, english(), accounts["translator"])
    accounts["translator"].delete()
    assert not TranslationAssignment.objects.exists()


@pytest.mark.parametrize("loss", ["group", "inactive"])
def test_it_ends_with_the_right(source: Any, accounts: dict[str, Any], loss: str) -> None:
    translator = accounts["translator"]
    assign(accounts["administrator"], source, english(), translator)
    drop_lapsed()
    assert assignee(source) == translator
    if loss == "group":
        translator.groups.clear()
    else:
        translator.is_active = False
        translator.save()
    shown = {item.title: item.assignee for item in inbox_items(accounts["administrator"])}
    assert shown[str(source.title if hasattr(source, "title") else source)] is None
    drop_lapsed()
    assert not TranslationAssignment.objects.exists()


def test_it_ends_with_the_page(home: Any, accounts: dict[str, Any]) -> None:
    page = publish(make_standard(home, title="Lapa"))
    assign(accounts["administrator"], page, english(), accounts["translator"])
    page.delete()
    drop_lapsed()
    assert not TranslationAssignment.objects.exists()


def test_what_one_may_not_see_cannot_be_assigned(home: Any, accounts: dict[str, Any]) -> None:
    draft = make_standard(home, title="Slepena", live=False)
    address = reverse("govlab_assign_translation", args=[draft.translation_key, english().pk])
    assert sign_in(accounts["translator"]).get(address).status_code == 404
    assert was_refused(send(accounts["translator"], draft, accounts["translator"]))
