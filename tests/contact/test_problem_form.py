"""“Tell us a problem” on the site: written, checked, sent; for people, and without cookies."""

from typing import Any
from unittest.mock import patch

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from contact.models import Problem, ProblemSource
from contact.problems import notification, stamp
from contact.problems.submission import LIMIT
from tests.factories import make_contacts, make_problem_page, publish, translate_page
from tests.factories.problems import TEXT
from tests.spaces import plain

SEND = "/lv/problema/"
FIELDS = {"problem": TEXT, "email": "lasitajs@example.lv", "consent": "on"}


@pytest.fixture
def page(home: Any) -> Any:
    return make_problem_page(home)


def parsed(response: Any) -> BeautifulSoup:
    return BeautifulSoup(plain(response.content), "html.parser")


def checked(client: Client, **fields: str) -> dict[str, str]:
    """What the page on which the reader checks their text sends."""
    response = client.post(SEND, FIELDS | fields)
    assert response.status_code == 200
    inputs = parsed(response).select("main form input[type=hidden]")
    return {str(field["name"]): str(field.get("value", "")) for field in inputs}


def later() -> Any:
    """As if the reader had looked at their text meanwhile."""
    return patch.object(stamp, "SHORTEST", stamp.SHORTEST * 0)


def send(client: Client, fields: dict[str, str]) -> Any:
    with later():
        return client.post(SEND, fields | {"do": "send"})


def test_a_reader_writes_checks_and_sends(client: Client, page: Any) -> None:
    make_contacts(problem_email="problemas@example.lv")
    form = parsed(client.get(page.url)).select_one("main form")
    assert form is not None
    assert (form["action"], form["method"]) == (SEND, "post")

    fields = checked(client, affected="Vecākus")
    assert not Problem.objects.exists()
    response = send(client, fields)
    assert response.status_code == 303

    stored = Problem.objects.get()
    assert (stored.problem, stored.affected, stored.email) == (
        TEXT,
        "Vecākus",
        "lasitajs@example.lv",
    )
    assert (stored.locale, stored.source) == ("lv", ProblemSource.SITE)
    thanks = parsed(client.get(response["Location"])).get_text(" ", strip=True)
    assert stored.reference in thanks
    assert "Mēs izlasīsim." in thanks
    assert "lasitajs@example.lv" not in thanks

    (message,) = mail.outbox
    assert message.to == ["problemas@example.lv"]
    assert stored.reference in message.subject
    assert TEXT in message.body
    assert "lasitajs@example.lv" not in message.body
    assert stored.notified_at is not None


def test_in_english(client: Client, home: Any, page: Any) -> None:
    publish(home)
    translate_page(home, title="Home", summary="Summary.")
    twin = publish(page)
    translate_page(
        twin, title="Tell us a problem", slug="tell-us-a-problem", summary="S.", thanks="Thanks."
    )
    client.get("/en/tell-us-a-problem/")
    response = client.post("/en/problem/", {"problem": "", "consent": "on"})
    assert "Describe the problem." in plain(response.content)
    assert client.get("/en/problem/")["Location"] == "/en/tell-us-a-problem/"


def test_the_form_is_the_same_for_everybody_and_sets_no_cookie(client: Client, page: Any) -> None:
    first, second = client.get(page.url), Client().get(page.url)
    assert first.content == second.content
    assert b"csrf" not in first.content.lower()
    fields = checked(client)
    done = send(client, fields)
    for response in (first, client.post(SEND, {}), done, client.get(done["Location"])):
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
    assert not client.cookies


def test_it_costs_three_queries_and_then_one(page: Any) -> None:
    from govlab.delivery.log import relay

    relay.drain()
    plain, path = Client(), page.url
    for most in (3, 1):
        with CaptureQueriesContext(connection) as captured:
            plain.get(path)
        assert len(captured) <= most


def test_errors_are_named_linked_and_nothing_typed_is_lost(client: Client, page: Any) -> None:
    response = client.post(SEND, {"problem": "", "email": "nav", "name": "Ilze “<b>” Ozola"})
    assert response.status_code == 422
    found = parsed(response)
    assert found.title is not None
    assert found.title.get_text().startswith("Kļūda:")
    summary = found.select_one(".error-summary")
    assert summary is not None
    assert summary.has_attr("autofocus")
    links = [str(link["href"]) for link in summary.select("a")]
    assert links == ["#id_problem", "#id_email", "#id_consent"]
    for link in links:
        field = found.select_one(link)
        assert field is not None
        assert field["aria-invalid"] == "true"
        described = str(field["aria-describedby"]).split()
        assert all(found.find(id=name) for name in described)
    name = found.select_one("#id_name")
    assert name is not None
    assert name["value"] == "Ilze “<b>” Ozola"
    assert name["autocomplete"] == "name"


def test_what_was_checked_can_be_changed(client: Client, page: Any) -> None:
    fields = checked(client)
    response = client.post(SEND, fields | {"do": "change"})
    area = parsed(response).select_one("#id_problem")
    assert area is not None
    assert area.get_text().strip() == TEXT


def test_a_text_that_is_too_long_is_not_cut(client: Client, page: Any) -> None:
    response = client.post(SEND, FIELDS | {"problem": "a" * 3001})
    assert response.status_code == 422
    assert "3001" in response.content.decode()
    assert "a" * 3001 in response.content.decode()


class TestPrograms:
    def test_the_trap(self, client: Client, page: Any) -> None:
        response = client.post(SEND, FIELDS | {"subject": "Buy"})
        assert response.status_code == 422
        # A person whose browser filled it in sees why.
        assert parsed(response).select_one(".form__trap[data-shown]") is not None

    def test_without_a_stamp_nothing_is_stored(self, client: Client, page: Any) -> None:
        for text in ("", "x", "x:y:z", "\0"):
            response = send(client, FIELDS | {"stamp": text})
            assert response.status_code == 200
        assert not Problem.objects.exists()

    def test_too_fast(self, client: Client, page: Any) -> None:
        fields = checked(client)
        response = client.post(SEND, fields | {"do": "send"})
        assert response.status_code == 200
        assert not Problem.objects.exists()
        # The same stamp is good once some time has passed.
        again = {
            str(field["name"]): str(field.get("value", ""))
            for field in parsed(response).select("main form input[type=hidden]")
        }
        assert again["stamp"] == fields["stamp"]
        assert send(client, again).status_code == 303

    def test_a_stamp_is_of_one_text(self, client: Client, page: Any) -> None:
        fields = checked(client)
        assert send(client, fields | {"problem": "Pavisam cits teksts."}).status_code == 200
        assert not Problem.objects.exists()

    def test_an_old_stamp(self, client: Client, page: Any) -> None:
        fields = checked(client)
        with patch.object(stamp, "LONGEST", stamp.LONGEST * 0):
            assert client.post(SEND, fields | {"do": "send"}).status_code == 200
        assert not Problem.objects.exists()

    def test_sent_twice_it_is_stored_once(self, client: Client, page: Any) -> None:
        fields = checked(client)
        first, second = send(client, fields), send(client, fields)
        assert first["Location"] == second["Location"]
        assert Problem.objects.count() == 1

    @pytest.mark.parametrize(
        "headers",
        [
            {"sec-fetch-site": "cross-site"},
            {"sec-fetch-site": "same-site"},
            {"origin": "https://elsewhere.example"},
            {"origin": "null"},
            {"origin": "http://[broken"},
        ],
    )
    def test_other_sites(self, client: Client, page: Any, headers: dict[str, str]) -> None:
        response = client.post(SEND, FIELDS, headers=headers)
        assert response.status_code == 403
        assert TEXT in response.content.decode()

    @pytest.mark.parametrize(
        "headers",
        [{"sec-fetch-site": "same-origin", "origin": "null"}, {"origin": "http://testserver"}],
    )
    def test_this_site(self, client: Client, page: Any, headers: dict[str, str]) -> None:
        assert client.post(SEND, FIELDS, headers=headers).status_code == 200

    def test_many_from_one_client(self, client: Client, page: Any) -> None:
        with override_settings(**{LIMIT.setting: 1}):
            assert send(client, checked(client)).status_code == 303
            fields = checked(client)
            response = send(client, fields)
            assert response.status_code == 429
            assert int(response["Retry-After"]) > 0
            assert TEXT in response.content.decode()
        assert Problem.objects.count() == 1
        # Nothing is lost: what the page still holds can be sent later.
        assert send(client, fields).status_code == 303


class TestMail:
    def test_nobody_to_tell(self, client: Client, page: Any) -> None:
        assert send(client, checked(client)).status_code == 303
        assert not mail.outbox
        assert Problem.objects.get().notified_at is None

    def test_a_failing_mail_loses_nothing_and_is_sent_later(
        self, client: Client, page: Any
    ) -> None:
        make_contacts(problem_email="problemas@example.lv")
        with patch("django.core.mail.EmailMessage.send", side_effect=OSError("down")):
            assert send(client, checked(client)).status_code == 303
        assert Problem.objects.get().notified_at is None
        notification.tell_later()
        assert len(mail.outbox) == 1
        notification.tell_later()
        assert len(mail.outbox) == 1

    def test_it_is_queued_with_the_problem(self, client: Client, page: Any) -> None:
        from govlab.editing.models import QueuedMail
        from govlab.settings.mail import QUEUE

        make_contacts(problem_email="problemas@example.lv")
        with override_settings(EMAIL_BACKEND=QUEUE):
            send(client, checked(client))
        assert QueuedMail.objects.get().message["to"] == ["problemas@example.lv"]


def test_without_the_page_there_is_no_form(client: Client, home: Any) -> None:
    assert client.post(SEND, FIELDS).status_code == 404
    assert client.get(f"{SEND}P-2026-222222/").status_code == 404


def test_an_unknown_reference_is_not_found(client: Client, page: Any) -> None:
    assert client.get(f"{SEND}P-2026-222222/").status_code == 404


ODD = st.text(st.characters(exclude_categories=[]), max_size=60)


@hypothesis_settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    fields=st.fixed_dictionaries(
        {},
        optional={
            "problem": ODD | st.just(TEXT),
            "affected": ODD,
            "institution": ODD,
            "name": ODD,
            "email": ODD | st.just("a@example.lv"),
            "consent": ODD | st.just("on"),
            "subject": st.just("") | ODD,
            "stamp": ODD,
            "do": ODD | st.sampled_from(["send", "check", "change"]),
        },
    )
)
def test_odd_input_is_never_an_error_of_ours(
    client: Client, page: Any, fields: dict[str, str]
) -> None:
    sent = {name: text.encode("utf-8", "replace").decode() for name, text in fields.items()}
    response = client.post(SEND, sent)
    assert response.status_code in {200, 422}
    if response.status_code == 200 and "stamp" not in sent:
        with override_settings(**{LIMIT.setting: 0}):
            stamped = parsed(response).select("main form input[type=hidden]")
            again = {str(field["name"]): str(field.get("value", "")) for field in stamped}
            if again:
                assert send(client, again).status_code == 303


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"problem=%ff%fe%00&consent=on", "application/x-www-form-urlencoded"),
        (b"--x\r\nnonsense", "multipart/form-data; boundary=x"),
        (b"", "multipart/form-data"),
        (b"{}", "application/json"),
        (b"a=1&" * 11_000, "application/x-www-form-urlencoded"),
    ],
)
def test_malformed_bodies(client: Client, page: Any, body: bytes, content_type: str) -> None:
    response = client.generic("POST", SEND, body, content_type=content_type)
    assert response.status_code in {400, 422}


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods(client: Client, page: Any, method: str) -> None:
    assert client.generic(method, SEND).status_code == 405
