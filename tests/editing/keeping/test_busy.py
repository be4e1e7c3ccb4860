"""A locked database: reads are repeated, changes come back with a button, errors stay errors."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.contrib.auth.models import AnonymousUser
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.models import Page

from govlab.editing.keeping import busy
from tests.editing.forms import served_form
from tests.factories import make_news, make_news_index

LOCKED = "database is locked"


class RefusedError(Exception):
    def __init__(self, sqlstate: str) -> None:
        self.sqlstate = sqlstate


def postgresql(sqlstate: str) -> OperationalError:
    error = OperationalError("the server refused")
    error.__cause__ = RefusedError(sqlstate)
    return error


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(busy, "PAUSES", (0, 0))


def request_of(method: str, **options: Any) -> HttpRequest:
    request: HttpRequest = getattr(RequestFactory(), method)("/admin/pages/", **options)
    request.user = AnonymousUser()
    return request


def view_failing(times: int, error: Exception) -> tuple[Callable[..., Any], list[str]]:
    calls: list[str] = []

    def view(request: HttpRequest) -> HttpResponse:
        calls.append(request.method or "")
        if len(calls) <= times:
            raise error
        return HttpResponse("there")

    return busy.offers_retry(view), calls


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OperationalError(LOCKED), True),
        (OperationalError("database table is locked: wagtailcore_page"), True),
        (postgresql("40001"), True),
        (postgresql("40P01"), True),
        (postgresql("55P03"), True),
        (postgresql("08006"), False),
        (OperationalError("no such table: locked"), False),
    ],
)
def test_what_counts_as_busy(error: OperationalError, expected: bool) -> None:
    assert busy.is_busy(error) is expected


def test_a_read_is_repeated() -> None:
    view, calls = view_failing(2, OperationalError(LOCKED))
    assert view(request_of("get")).content == b"there"
    assert len(calls) == 3


def test_a_read_is_not_repeated_for_ever() -> None:
    view, calls = view_failing(9, OperationalError(LOCKED))
    response = view(request_of("get"))
    assert (response.status_code, response["Retry-After"], len(calls)) == (503, "5", 3)


def test_a_read_that_waited_long_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(busy, "LONGEST_WAIT", -1)
    view, calls = view_failing(9, OperationalError(LOCKED))
    assert view(request_of("get")).status_code == 503
    assert len(calls) == 1


def test_other_errors_stay_errors() -> None:
    view, calls = view_failing(9, OperationalError("disk I/O error"))
    with pytest.raises(OperationalError):
        view(request_of("get"))
    assert len(calls) == 1


def test_a_script_gets_json() -> None:
    view, calls = view_failing(9, OperationalError(LOCKED))
    response = view(request_of("post", headers={"accept": "application/json"}))
    assert response.status_code == 503
    assert b'"error_code": "busy"' in response.content
    assert len(calls) == 1


def test_a_password_is_not_written_into_the_page() -> None:
    view, _calls = view_failing(9, OperationalError(LOCKED))
    response = view(request_of("post", data={"username": "a", "password": "ļoti-slepena"}))
    assert response.status_code == 503
    assert "slepena" not in response.content.decode()


def test_a_change_comes_back_and_can_be_sent_again(
    editor_client: Client, home: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = make_news(make_news_index(home), summary="Vecais.")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    text = '\nDivas rindas\nun "pēdiņas" & <b>zīmes</b>'
    form = served_form(editor_client.get(address).content.decode()) | {"summary": text}

    def locked(*args: Any, **kwargs: Any) -> None:
        raise OperationalError(LOCKED)

    with monkeypatch.context() as patched:
        patched.setattr(Page, "save_revision", locked)
        response = editor_client.post(address, form)
    assert response.status_code == 503
    assert "Mēģināt vēlreiz" in response.content.decode()
    assert not page.revisions.exists()

    again = BeautifulSoup(response.content, "html.parser").find("form")
    assert isinstance(again, Tag)
    sent = {str(field["name"]): field.get_text()[1:] for field in again.find_all("textarea")}
    assert sent["summary"] == text
    assert editor_client.post(str(again["action"]), sent).status_code == 302
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().summary.split() == text.split()
