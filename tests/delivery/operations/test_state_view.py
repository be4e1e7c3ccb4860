"""The administrator's page says what readyz only counts."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from govlab.delivery.log import consumers, relay
from govlab.delivery.models import ConsumerCursor, Divergence, Document, Mark
from govlab.delivery.operations import state, worker
from govlab.delivery.operations.self_check import check_group
from govlab.delivery.schedule.run import run_due
from tests.delivery.schedule.scheduling import at, hours, schedule
from tests.factories import make_standard, make_user, publish

PAGE = "/admin/reports/publishing/"


def shown(client: Client) -> str:
    answer = client.get(PAGE)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_site_without_a_worker(home: Any, editor_client: Client) -> None:
    assert "manage.py run_worker" in shown(editor_client)


def test_all_is_well(home: Any, editor_client: Client) -> None:
    publish(home)
    worker.run_round("worker")
    text = shown(editor_client)
    assert ("Darbojas" in text, "Nekas nav aizkavējies" in text) == (True, True)
    assert "search-database" in text


def test_a_failing_group_with_its_pages_and_error(
    home: Any, editor_client: Client, client: Client, monkeypatch: Any
) -> None:
    page = publish(make_standard(home, title="Salauzta"))

    def broken(*args: Any) -> Any:
        raise RuntimeError("unreadable")

    monkeypatch.setattr(relay, "write_group", broken)
    relay.drain()
    text = shown(editor_client)
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in text
    assert ("Salauzta (lv)" in text, "RuntimeError: unreadable" in text) == (True, True)
    said = client.get("/readyz").json()["log"]
    assert (said["failing"] > 0, said["oldest_mark_seconds"] >= 0) == (True, True)


def test_what_is_late(home: Any, editor_client: Client, client: Client) -> None:
    page = make_standard(home, live=False)
    schedule(page, hours(1))
    assert "late-publications" in shown(editor_client)
    with at(hours(2)):
        assert client.get("/readyz").json()["schedule"] == {
            "late": 1,
            "failing": 0,
            "oldest_seconds": 3600.0,
        }
        run_due()
        assert client.get("/readyz").json()["schedule"]["late"] == 0


def test_divergences(home: Any, editor_client: Client, client: Client) -> None:
    page = publish(make_standard(home))
    relay.drain()
    Document.objects.filter(page_id=page.pk).update(path="/lv/kaut-kas/")
    check_group(page.translation_key)
    assert Divergence.objects.get().detail == "path"
    assert "Atšķiras ar dokumentu saglabātie dati: path" in shown(editor_client)
    assert client.get("/readyz").json()["check"]["open_differences"] == 1


def test_only_consumers_that_are_switched_on(home: Any, client: Client, monkeypatch: Any) -> None:
    """A cursor stays where its consumer was switched off, and says nothing any more."""
    publish(home)
    relay.drain()
    consumers.advance(consumers.Consumer("switched-off", lambda entries: None))
    ConsumerCursor.objects.filter(name="switched-off").update(error="old", sequence=0)
    new = consumers.Consumer("never-run", lambda entries: None)
    monkeypatch.setattr(consumers, "_consumers", {"never-run": new})
    said = client.get("/readyz").json()["log"]
    assert (said["behind"], said["in_error"]) == ({"never-run": said["head"]}, [])


def test_who_may_see_it(home: Any, client: Client) -> None:
    user = make_user(permissions=("access_admin",))
    client.force_login(user)
    assert client.get(PAGE).status_code == 302
    assert PAGE not in client.get("/admin/").content.decode()
    user.user_permissions.add(Permission.objects.get(codename="see_state"))
    assert client.get(PAGE).status_code == 200
    assert PAGE in client.get("/admin/").content.decode()


def test_the_permission_can_be_given_to_a_group(editor_client: Client, home: Any) -> None:
    assert "publicēšanas stāvokli" in editor_client.get("/admin/groups/new/").content.decode()


@pytest.mark.parametrize("number", [1, 20])
def test_queries_do_not_grow_with_what_fails(
    home: Any, number: int, django_assert_num_queries: Any
) -> None:
    for _ in range(number):
        page = make_standard(home)
        Mark.objects.filter(key=str(page.translation_key)).update(attempts=1)
    with django_assert_num_queries(2):
        groups = state.failing_groups()
        assert [len(group.pages) for group in groups] == [1] * number
    assert Page.objects.count() > number
