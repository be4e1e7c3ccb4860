"""Approval in both languages, for each role with its own rights only."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import Comment, WorkflowState
from wagtail_localize.models import StringTranslation

from govlab.editing.translation.submission import Submission
from tests.editing.forms import edit
from tests.editing.translating import edit_url, english, write
from tests.factories import make_standard, publish
from tests.factories.accounts import sign_in

REASON = "Virsraksts ir par garu."


@pytest.fixture
def people(accounts: dict[str, Any]) -> dict[str, Client]:
    return {name: sign_in(account) for name, account in accounts.items()}


@pytest.fixture
def original(home: Any, accounts: dict[str, Any]) -> Any:
    return publish(make_standard(home, "Par mums", slug="par-mums", summary="Kas mēs esam."))


@pytest.fixture
def target(original: Any, accounts: dict[str, Any]) -> Any:
    Submission(accounts["translator"], english()).create_translations(original)
    return type(original).objects.get(translation_key=original.translation_key, locale=english())


def stored(page: Any) -> Any:
    return type(page).objects.get(pk=page.pk)


def state_of(page: Any) -> WorkflowState:
    return WorkflowState.objects.filter(object_id=str(page.pk)).latest("created_at")


def act(client: Client, page: Any, action: str, **data: str) -> Any:
    """Through the buttons of the page's editor."""
    form = {
        "action-workflow-action": "true",
        "workflow-action-name": action,
        "workflow-action-extra-data": json.dumps(data),
    }
    return client.post(edit_url(page), form, follow=True)


def said(response: Any) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def notice(client: Client, page: Any) -> str:
    response = client.get(edit_url(page))
    return " ".join(
        element.text
        for element in BeautifulSoup(response.content, "html.parser").select(".approval-notice")
    )


def submit_translation(people: dict[str, Client], target: Any) -> Any:
    return write(people["translator"], target, "submit", title="About us", summary="Who we are.")


def test_a_translation_is_submitted_sent_back_and_approved(
    people: dict[str, Client], accounts: dict[str, Any], target: Any
) -> None:
    submit_translation(people, target)
    assert state_of(target).status == WorkflowState.STATUS_IN_PROGRESS
    assert "Gaida apstiprinājumu" in notice(people["approver-en"], target)

    response = act(people["approver-en"], target, "reject", comment=REASON)
    assert "atgriezta labošanai. Autors: Ilze Ozola" in said(response)
    shown = notice(people["translator"], target)
    assert REASON in shown
    assert "Ilze Ozola" in shown

    write(people["translator"], target, "submit", title="On us")
    assert REASON not in notice(people["translator"], target), "it is submitted again"
    response = act(people["approver-en"], target, "approve")
    assert "ir apstiprināta un publicēta" in said(response)
    assert (stored(target).live, stored(target).title) == (True, "On us")


def test_an_original_too(people: dict[str, Client], home: Any, original: Any) -> None:
    edit(people["author"], original, title="Par mums visiem", **{"action-submit": "action-submit"})
    assert "Gaida apstiprinājumu" in notice(people["author"], original)
    address = reverse(
        "wagtailadmin_pages:workflow_action",
        args=[original.pk, "reject", state_of(original).current_task_state.pk],
    )
    response = people["approver-lv"].post(address, {"comment": REASON}, follow=True)
    assert "atgriezta labošanai" in said(response)
    assert REASON in notice(people["author"], original)
    assert stored(original).title == "Par mums"


def test_the_reason_is_required(people: dict[str, Client], target: Any) -> None:
    submit_translation(people, target)
    response = act(people["approver-en"], target, "reject", comment=" ")
    assert "Norādiet, kas jālabo." in said(response)
    assert state_of(target).status == WorkflowState.STATUS_IN_PROGRESS
    state = state_of(target).current_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[target.pk, "reject", state.pk])
    people["approver-en"].post(address, {"comment": ""})
    assert state_of(target).status == WorkflowState.STATUS_IN_PROGRESS


@pytest.mark.parametrize("sent", ["{", "[]", '{"update": false}', '"x"'])
def test_what_no_dialogue_sends_is_no_error(
    people: dict[str, Client], target: Any, sent: str
) -> None:
    submit_translation(people, target)
    form = {
        "action-workflow-action": "true",
        "workflow-action-name": "approve",
        "workflow-action-extra-data": sent,
    }
    response = people["approver-en"].post(edit_url(target), form)
    assert response.status_code in {302, 400}
    assert stored(target).live is (response.status_code == 302)


def test_what_is_incomplete_is_not_submitted_and_not_lost(
    people: dict[str, Client], target: Any
) -> None:
    response = write(people["translator"], target, "submit", title="About us")
    assert "nav iesniegta apstiprināšanai. Vispirms iztulkojiet: „Kas mēs esam.”" in said(response)
    assert not WorkflowState.objects.exists()
    assert stored(target).get_latest_revision_as_object().title == "About us"


def test_a_refused_approval_leaves_the_workflow(people: dict[str, Client], target: Any) -> None:
    """The gate refuses what was submitted complete and is not any more."""
    submit_translation(people, target)
    text = StringTranslation.objects.get(
        context__path="summary", context__object_id=target.translation_key
    )
    revision = stored(target).get_latest_revision()
    revision.content["summary"] = "Kas mēs esam."
    revision.save()
    text.delete()
    address = reverse(
        "wagtailadmin_pages:workflow_action",
        args=[target.pk, "approve", state_of(target).current_task_state.pk],
    )
    response = people["approver-en"].post(address, {"comment": ""}, follow=True)
    assert "Vēl nav iztulkots 1 teksts: „Kas mēs esam.”" in said(response)
    assert state_of(target).status == WorkflowState.STATUS_IN_PROGRESS
    assert not stored(target).live


def test_who_may_not_edit_while_it_waits_reads_why(people: dict[str, Client], target: Any) -> None:
    submit_translation(people, target)
    response = people["translator"].get(edit_url(target))
    shown = BeautifulSoup(response.content, "html.parser")
    assert "Who we are." in shown.text
    assert not shown.select("[name^=text-]")
    assert "Gaida apstiprinājumu" in said(response)
    write(people["translator"], target, title="Changed")
    assert not StringTranslation.objects.filter(data="Changed").exists()
    cancel = {"action-cancel-workflow": "action-cancel-workflow"}
    people["translator"].post(edit_url(target), cancel)
    assert state_of(target).status == WorkflowState.STATUS_CANCELLED


@pytest.mark.parametrize("action", ["publish", "workflow-action"])
def test_a_translator_does_not_publish(people: dict[str, Client], target: Any, action: str) -> None:
    submit_translation(people, target)
    form = {f"action-{action}": "true", "workflow-action-name": "approve"}
    people["translator"].post(edit_url(target), form)
    assert not stored(target).live


def test_comments_are_kept(people: dict[str, Client], target: Any) -> None:
    form = {
        "comments-TOTAL_FORMS": "1",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        "comments-0-text": "Vai tā saka?",
        "comments-0-contentpath": "summary",
        "comments-0-resolved": "",
        "comments-0-id": "",
        "comments-0-position": "",
        "comments-0-DELETE": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
        "comments-0-replies-MIN_NUM_FORMS": "0",
        "comments-0-replies-MAX_NUM_FORMS": "",
    }
    people["translator"].post(edit_url(target), form)
    assert Comment.objects.get(page=target).contentpath == "summary"
    written = json.dumps("Vai tā saka?")
    assert written in people["approver-en"].get(edit_url(target)).content.decode()
