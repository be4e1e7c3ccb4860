"""How often one client may do what, on the site and in the administration."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from govlab.users.models import User
from tests.factories import make_standard, publish


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    with time_machine.travel("2026-03-01T12:00:10Z", tick=False) as clock:
        yield clock


@pytest.fixture
def few(settings: Any) -> None:
    for name in ("SEARCHES_PER_MINUTE", "LOGIN_FAILURES_PER_ADDRESS", "LOGIN_FAILURES_PER_ACCOUNT"):
        setattr(settings, f"GOVLAB_{name}", 3)
    settings.GOVLAB_PAGE_PASSWORDS_PER_ADDRESS = 3
    settings.GOVLAB_PASSWORD_RESETS_PER_ADDRESS = 3
    settings.GOVLAB_PASSWORD_RESETS_PER_ACCOUNT = 2


pytestmark = pytest.mark.usefixtures("few")


def assert_told(answer: Any, seconds: int) -> None:
    assert (answer.status_code, answer["Retry-After"]) == (429, str(seconds))
    assert "no-store" in answer["Cache-Control"]
    text = answer.content.decode()
    assert "Mēģiniet vēlreiz" in text
    assert "try again" in text
    assert f"{-(-seconds // 60)} min" in text


def test_searches(client: Client, home: Any, django_assert_num_queries: Any) -> None:
    for _ in range(3):
        assert client.get("/lv/meklet/?q=x").status_code == 200
    with django_assert_num_queries(0):
        assert_told(Client().get("/en/search/?topic=x"), 50)
    assert client.get("/lv/meklet/").status_code == 200
    assert client.get("/lv/meklet/?q=x", REMOTE_ADDR="10.0.0.9").status_code == 200


LOGINS = ["/admin/login/", "/lv/_util/login/", "/en/_util/login/"]


def login(
    client: Client,
    path: str = LOGINS[0],
    name: str = "admin",
    password: str = "wrong",  # noqa: S107
    **extra: Any,
) -> Any:
    return client.post(path, {"username": name, "password": password}, **extra)


def test_guessing_at_many_accounts_from_one_address(home: Any, admin_user: Any) -> None:
    for number, path in enumerate(LOGINS):
        assert login(Client(), path, f"nobody{number}").status_code == 200
    for path in LOGINS:
        assert_told(login(Client(), path, "admin", "password"), 290)
    elsewhere = login(Client(), LOGINS[0], "admin", "password", REMOTE_ADDR="10.0.0.9")
    assert elsewhere.status_code == 302


@pytest.mark.parametrize("names", [["admin"] * 4, ["admin", "ADMIN ", "Admin", "ａｄｍｉｎ"]])
def test_guessing_at_one_account_from_many_addresses(
    home: Any, admin_user: Any, names: list[str]
) -> None:
    for number, name in enumerate(names[:3]):
        assert login(Client(), name=name, REMOTE_ADDR=f"10.0.0.{number}").status_code == 200
    assert_told(login(Client(), name=names[3], REMOTE_ADDR="10.0.0.9"), 290)


def test_guessing_shuts_nobody_out_where_they_logged_in_before(home: Any, admin_user: Any) -> None:
    own = Client(REMOTE_ADDR="10.1.1.1")
    assert login(own, password="password").status_code == 302
    own.post("/admin/logout/")
    for number in range(9):
        login(Client(), REMOTE_ADDR=f"10.0.0.{number}")
    assert login(Client(), password="password", REMOTE_ADDR="10.0.0.99").status_code == 429
    assert login(own, password="password").status_code == 302
    own.post("/admin/logout/")
    # Nor may that browser guess without end, nor does it know another account.
    for _ in range(3):
        login(own, REMOTE_ADDR="10.1.1.2")
    assert login(own, password="password", REMOTE_ADDR="10.1.1.3").status_code == 429
    User.objects.create_superuser("other", "other@example.org", "password")
    for number in range(3):
        login(Client(), name="other", REMOTE_ADDR=f"10.2.0.{number}")
    assert login(own, name="other", password="password", REMOTE_ADDR="10.1.1.4").status_code == 429


@pytest.mark.parametrize("forged", ["", "x", "WyJhZG1pbiIsIngiXQ:1:x", "\x00", "e" * 5000])
def test_a_forged_cookie_says_nothing(home: Any, admin_user: Any, forged: str) -> None:
    for number in range(3):
        login(Client(), REMOTE_ADDR=f"10.0.0.{number}")
    client = Client()
    client.cookies["govlab_known_browser"] = forged
    assert login(client, password="password").status_code == 429


def test_those_who_know_their_password_are_not_counted(home: Any, admin_user: Any) -> None:
    for _ in range(9):
        assert login(Client(), password="password").status_code == 302


def test_after_five_minutes_all_is_well(home: Any, admin_user: Any, clock: Any) -> None:
    for _ in range(4):
        login(Client())
    assert login(Client(), password="password").status_code == 429
    clock.shift(290)
    assert login(Client(), password="password").status_code == 302


def test_the_cookie_is_for_the_server_only(home: Any, admin_user: Any, settings: Any) -> None:
    settings.SESSION_COOKIE_SECURE = True
    client = Client()
    assert "govlab_known_browser" not in login(client).cookies
    cookie = login(client, password="password").cookies["govlab_known_browser"]
    assert cookie["httponly"]
    assert cookie["secure"]
    assert "admin" not in cookie.value


def test_passwords_of_pages(client: Client, home: Any) -> None:
    page = publish(make_standard(home))
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type="password", password="sezam"
    )
    address = f"/lv/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"
    for _ in range(3):
        assert client.post(address, {"password": "x", "return_url": page.url}).status_code == 200
    assert_told(client.post(address, {"password": "sezam", "return_url": page.url}), 290)
    # The other language's address is the same door.
    english = address.replace("/lv/", "/en/")
    assert client.post(english, {"password": "sezam"}).status_code == 429
    assert client.get(page.url).status_code == 200
    answer = client.post(
        address, {"password": "sezam", "return_url": "//evil.example"}, REMOTE_ADDR="10.0.0.9"
    )
    assert answer.status_code == 302
    assert "evil" not in answer["Location"]


def test_passwords_of_collections(client: Client, home: Any) -> None:
    from wagtail.models import Collection

    restriction = CollectionViewRestriction.objects.create(
        collection=Collection.get_first_root_node(), restriction_type="password", password="sezam"
    )
    address = f"/documents/authenticate_with_password/{restriction.pk}/"
    answers = [client.post(address, {"password": "x"}).status_code for _ in range(4)]
    assert answers == [200, 200, 200, 429]


def test_new_passwords_by_account_and_by_address(home: Any, admin_user: Any) -> None:
    def ask(email: str, address: str) -> Any:
        return Client(REMOTE_ADDR=address).post("/admin/password_reset/", {"email": email})

    for number in range(2):
        assert ask("admin@example.com", f"10.0.0.{number}").status_code == 302
    assert len(mail.outbox) == 2
    assert_told(ask("ADMIN@example.com", "10.0.0.7"), 3590)
    assert len(mail.outbox) == 2
    for number in range(3):
        assert ask(f"nobody{number}@example.com", "10.0.0.8").status_code == 302
    assert_told(ask("somebody@example.com", "10.0.0.8"), 3590)


@pytest.mark.parametrize("setting", ["SEARCHES_PER_MINUTE", "LOGIN_FAILURES_PER_ACCOUNT"])
def test_no_limit(client: Client, home: Any, admin_user: Any, settings: Any, setting: str) -> None:
    settings.GOVLAB_LOGIN_FAILURES_PER_ADDRESS = 0
    setattr(settings, f"GOVLAB_{setting}", 0)
    path = "/lv/meklet/?q=x" if setting.startswith("S") else ""
    answers = [client.get(path) if path else login(client) for _ in range(6)]
    assert {answer.status_code for answer in answers} == {200}


def test_where_no_mail_is_sent_nobody_can_ask_for_a_new_password(
    client: Client, home: Any, settings: Any
) -> None:
    assert b"/admin/password_reset/" in client.get("/admin/login/").content
    settings.WAGTAIL_PASSWORD_RESET_ENABLED = False
    assert b"/admin/password_reset/" not in client.get("/admin/login/").content
    for path in ("/admin/password_reset/", "/admin/password_reset/confirm/MQ/x/"):
        assert client.get(path, follow=True).status_code == 404
        assert client.post(path, {"email": "admin@example.com"}, follow=True).status_code == 404
