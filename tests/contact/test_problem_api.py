"""Problems that portals forward: the same rule as on the site."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client, override_settings

from contact.models import Problem, ProblemSource
from contact.problems import form
from contact.problems.submission import LIMIT
from tests.factories.problems import TEXT

PATH = "/api/v1/problems"
BODY = {"locale": "lv", "problem": TEXT, "email": "a@example.lv", "consent": True}

pytestmark = pytest.mark.django_db


def post(client: Client, **fields: Any) -> Any:
    body = {name: value for name, value in (BODY | fields).items() if value is not ...}
    return client.post(PATH, body, content_type="application/json")


def test_a_receipt(client: Client) -> None:
    response = post(client, affected="Vecākus")
    assert response.status_code == 201
    stored = Problem.objects.get()
    receipt = response.json()
    assert receipt["reference"] == stored.reference
    assert receipt["delete_on"] == stored.delete_on.isoformat()
    assert (stored.source, stored.locale, stored.affected) == (ProblemSource.API, "lv", "Vecākus")
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies


@pytest.mark.parametrize(
    ("fields", "parameter"),
    [
        ({"problem": "īss"}, "problem"),
        ({"problem": " " * 50}, "problem"),
        ({"problem": "a" * 3001}, "problem"),
        ({"problem": ...}, "problem"),
        ({"problem": None}, "problem"),
        ({"problem": ["a" * 20]}, "problem"),
        ({"email": "nav"}, "email"),
        ({"consent": False}, "consent"),
        ({"consent": ...}, "consent"),
        ({"locale": "de"}, "locale"),
        ({"submission": "x"}, "submission"),
        ({"subject": "trap"}, "subject"),
    ],
)
def test_what_is_refused(client: Client, fields: dict[str, Any], parameter: str) -> None:
    response = post(client, **fields)
    assert response.status_code == 422
    assert response["Content-Type"] == "application/problem+json"
    assert parameter in response.json()["errors"][0]["parameter"]
    assert not Problem.objects.exists()


@pytest.mark.parametrize("body", ["", "[]", "null", "{", '"a"', "\0", '{"problem": "\\ud800"}'])
def test_what_is_no_problem_at_all(client: Client, body: str) -> None:
    response = client.generic("POST", PATH, body, content_type="application/json")
    assert response.status_code == 422
    assert not Problem.objects.exists()


@pytest.mark.parametrize("odd", ["\x00", "\x1b[31m", "\u2028", "\U000e0001", "\r\n"])
def test_odd_characters_are_stored_or_left_out(client: Client, odd: str) -> None:
    assert post(client, problem=f"Viss nedarbojas{odd}nemaz").status_code == 201
    assert "\x00" not in Problem.objects.get().problem
    assert "\x1b" not in Problem.objects.get().problem


def test_one_key_is_stored_once(client: Client) -> None:
    key = str(uuid4())
    first, second = post(client, submission=key), post(client, submission=key)
    assert first.json() == second.json()
    assert Problem.objects.count() == 1


def test_the_limit_is_that_of_the_form(client: Client) -> None:
    with override_settings(**{LIMIT.setting: 1}):
        assert post(client).status_code == 201
        response = post(client)
    assert response.status_code == 429
    assert response["Retry-After"]
    assert "per hour" in response.json()["detail"]


def test_reading_is_not_offered(client: Client) -> None:
    assert client.get(PATH).status_code == 405


def test_the_contract_has_the_limits_of_the_form(client: Client) -> None:
    schema = client.get("/api/v1/openapi.json").json()["components"]["schemas"]["ReportedProblem"]
    fields = form.ProblemForm().fields
    for name in ("problem", "affected", "institution", "name", "email"):
        assert schema["properties"][name]["maxLength"] == fields[name].max_length
