"""Problems in the administration: who sees them, what may be done, and what a spreadsheet gets."""

from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from contact.models import Problem, ProblemState
from govlab.editing.problems.spreadsheet import as_text
from tests.factories import make_contacts, make_problem
from tests.factories.accounts import ENTER, make_account, make_group, sign_in
from tests.factories.problems import TEXT

INDEX = "govlab_problems:index"
RIGHTS = ("contact.view_problem", "contact.change_problem")


@pytest.fixture
def handler(home: Any) -> Client:
    return sign_in(make_account(make_group(ENTER, *RIGHTS)))


def test_the_list_is_found_filtered_and_searched(handler: Client) -> None:
    first, second = make_problem(), make_problem("Cits jautājums par vēstuli", locale="en")
    text = handler.get(reverse(INDEX)).content.decode()
    assert first.reference in text
    assert second.reference in text
    for query in ("?locale=en", "?q=vēstuli", f"?q={second.reference}"):
        text = handler.get(reverse(INDEX) + query).content.decode()
        assert second.reference in text
        assert first.reference not in text


def test_a_problem_is_read_and_marked(handler: Client) -> None:
    problem = make_problem(name="Ilze")
    path = reverse("govlab_problems:edit", args=[problem.pk])
    page = handler.get(path).content.decode()
    assert TEXT in page
    assert "lasitajs@example.lv" in page
    sent = {"state": "closed", "note": "Zvanījām", "problem": "pārrakstīts", "email": "x@y.lv"}
    assert handler.post(path, sent).status_code == 302
    problem.refresh_from_db()
    assert (problem.state, problem.note) == (ProblemState.CLOSED, "Zvanījām")
    # What the reader wrote is theirs.
    assert (problem.problem, problem.email) == (TEXT, "lasitajs@example.lv")


def test_an_answer_goes_to_the_reader_in_their_language(handler: Client) -> None:
    make_contacts()
    problem = make_problem(locale="en")
    path = reverse("govlab_problems:answer", args=[problem.pk])
    assert "lasitajs@example.lv" in handler.get(path).content.decode()
    assert handler.post(path, {"text": ""}).status_code == 200
    assert not mail.outbox
    assert handler.post(path, {"text": "We mended it."}).status_code == 302
    (message,) = mail.outbox
    assert message.to == ["lasitajs@example.lv"]
    assert message.reply_to == ["laboratorija@example.lv"]
    assert message.subject.startswith("Answer to your problem")
    assert message.body.startswith("We mended it.")
    assert f"> {TEXT}" in message.body
    problem.refresh_from_db()
    assert (problem.state, problem.answer) == (ProblemState.ANSWERED, "We mended it.")


def test_nobody_to_answer(handler: Client) -> None:
    problem = make_problem(email="")
    assert handler.get(reverse("govlab_problems:answer", args=[problem.pk])).status_code == 404
    page = handler.get(reverse("govlab_problems:edit", args=[problem.pk])).content.decode()
    assert reverse("govlab_problems:answer", args=[problem.pk]) not in page


def test_deleting_takes_a_right_of_its_own(handler: Client) -> None:
    problem = make_problem()
    path = reverse("govlab_problems:delete", args=[problem.pk])
    handler.post(path)
    assert Problem.objects.exists()
    account = make_account(make_group(ENTER, *RIGHTS, "contact.delete_problem"))
    sign_in(account).post(path)
    assert not Problem.objects.exists()


@pytest.mark.parametrize("name", ["index", "edit", "answer", "delete", "history"])
def test_without_the_right_nothing_is_shown(home: Any, name: str) -> None:
    problem = make_problem()
    stranger = sign_in(make_account(make_group(ENTER)))
    args = [] if name == "index" else [problem.pk]
    response = stranger.get(reverse(f"govlab_problems:{name}", args=args))
    assert response.status_code in {302, 403}
    assert TEXT not in response.content.decode()


def test_a_spreadsheet_carries_nothing_out(handler: Client) -> None:
    make_problem('=HYPERLINK("https://evil.example")', name="+371", email="")
    response = handler.get(f"{reverse(INDEX)}?export=csv")
    text = b"".join(response.streaming_content).decode()
    assert "'=HYPERLINK" in text
    assert "'+371" in text
    assert handler.get(f"{reverse(INDEX)}?export=xlsx").status_code == 200


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "\r=1"])
def test_formulas_become_texts(text: str) -> None:
    assert as_text(text) == f"'{text}"
    assert as_text("vārds") == "vārds"


def test_the_dashboard_counts_new_ones(handler: Client) -> None:
    make_problem()
    make_problem(state=ProblemState.CLOSED)
    assert "1 jauna problēma" in handler.get(reverse("wagtailadmin_home")).content.decode()


def test_the_list_costs_the_same_for_many(handler: Client) -> None:
    counts = []
    for number in (1, 19):
        for _ in range(number):
            make_problem()
        handler.get(reverse(INDEX))
        with CaptureQueriesContext(connection) as captured:
            handler.get(reverse(INDEX))
        counts.append(len(captured))
    assert counts[0] == counts[1]
