"""Editors see what is late and why, in their language, and can do something about it."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, PageLogEntry, Revision

from govlab.delivery.models import ScheduledFailure
from govlab.delivery.schedule.late import late_work
from govlab.delivery.schedule.run import run_due
from home.models import StandardPage
from tests.factories import make_standard, make_user, publish

from .scheduling import at, expire, hours, schedule, state

REPORT = "/admin/reports/late-publications/"


@pytest.fixture
def late_page(home: Any) -> Any:
    """Live; its next version cannot be published, because another page has taken its address."""
    page = publish(make_standard(home, title="Gaida"))
    schedule(page, hours(1), slug="vieta")
    make_standard(home, slug="vieta")
    with at(hours(1)):
        run_due()
    return page


def in_language(client: Client, user: Any, language: str) -> None:
    from wagtail.users.models import UserProfile

    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})


@pytest.mark.parametrize(
    ("language", "said"), [("lv", "tas aizkavējas"), ("en", "and is late")], ids=["lv", "en"]
)
def test_the_editor_says_why(
    late_page: Any, editor_client: Client, admin_user: Any, language: str, said: str
) -> None:
    in_language(editor_client, admin_user, language)
    reason = ScheduledFailure.objects.get().reasons[language]
    with at(hours(1)):
        editor_client.force_login(admin_user)
        editor = editor_client.get(reverse("wagtailadmin_pages:edit", args=[late_page.pk]))
        dashboard = editor_client.get("/admin/")
        report = editor_client.get(REPORT)
    for answer in (editor, dashboard, report):
        text = answer.content.decode()
        assert reason.replace("'", "&#x27;") in text
        assert said in text or answer is report


def test_other_pages_say_nothing(late_page: Any, editor_client: Client, home: Any) -> None:
    answer = editor_client.get(reverse("wagtailadmin_pages:edit", args=[home.pk]))
    assert "aizkavējas:" not in answer.content.decode()


def test_what_the_worker_has_not_come_to_is_late_too(home: Any, editor_client: Client) -> None:
    page = expire(make_standard(home, title="Beidzas"), hours(1))
    assert late_work(hours(1)) == []
    late = late_work(hours(1.1))
    assert [(each.title, each.failure) for each in late] == [(page.title, None)]
    assert "fona process" in late[0].reason
    assert "Beidzas" in editor_client.get(REPORT).content.decode()


def test_nothing_is_late(home: Any, editor_client: Client) -> None:
    schedule(make_standard(home, live=False), hours(100_000))
    assert "Nekas nav aizkavējies" in editor_client.get(REPORT).content.decode()


def test_an_unreadable_version_can_be_called_off(home: Any, editor_client: Client) -> None:
    """The editor cannot even be opened before; afterwards an earlier version can be published."""
    page = publish(make_standard(home, title="Gaida"))
    revision = schedule(page, hours(1))
    Revision.objects.filter(pk=revision.pk).update(content="nonsense")
    run_due()
    late = late_work(hours(2))[0]
    answer = editor_client.post(REPORT, {"work": late.key, "do": "cancel"}, follow=True)
    assert "vairs nav ieplānots" in answer.content.decode()
    assert state(page) == (True, False, 0)
    assert PageLogEntry.objects.filter(action="wagtail.schedule.cancel", page=page.pk).exists()
    history = editor_client.get(reverse("wagtailadmin_pages:history", args=[page.pk]))
    assert history.status_code == 200
    run_due()
    assert not ScheduledFailure.objects.exists()


def test_it_can_be_tried_at_once(late_page: Any, editor_client: Client) -> None:
    StandardPage.objects.filter(slug="vieta").delete()
    key = late_work(hours(1.1))[0].key
    assert editor_client.post(REPORT, {"work": key, "do": "retry"}).status_code == 302
    assert len(run_due().done) == 1


def refused(client: Client, work: str) -> bool:
    answer = client.post(REPORT, {"work": work, "do": "cancel"}, follow=True)
    return "vairs nav aizkavējies" in answer.content.decode()


def editor_of(page: Any, *permissions: str) -> Any:
    group = Group.objects.create(name="rakstītāji")
    for permission in permissions:
        GroupPagePermission.objects.create(group=group, page=page, permission_type=permission)
    return make_user("rakstītāji", permissions=("access_admin",))


def test_each_editor_sees_their_own_pages(home: Any, late_page: Any, client: Client) -> None:
    other = make_standard(home)
    client.force_login(editor_of(other, "change", "publish"))
    key = late_work(hours(1.1))[0].key
    assert "Gaida" not in client.get(REPORT).content.decode()
    assert "Gaida" not in client.get("/admin/").content.decode()
    assert refused(client, key)
    assert state(late_page) == (True, False, 1)


def test_who_may_not_publish_may_not_call_off(home: Any, late_page: Any, client: Client) -> None:
    client.force_login(editor_of(late_page, "change"))
    key = late_work(hours(1.1))[0].key
    shown = client.get(REPORT).content.decode()
    assert ("Gaida" in shown, 'value="cancel"' in shown) == (True, False)
    assert refused(client, key)
    assert state(late_page) == (True, False, 1)


@pytest.mark.parametrize("work", ["", "publish:1", "publish:x:y", "expire:1:1"])
def test_what_is_not_late_is_left_alone(home: Any, editor_client: Client, work: str) -> None:
    assert refused(editor_client, work)


def test_no_queries_by_the_number_of_pages(
    home: Any, editor_client: Client, django_assert_max_num_queries: Any
) -> None:
    counts = []
    for number in (1, 19):
        for _ in range(number):
            schedule(make_standard(home, live=False), hours(1))
        editor_client.get(REPORT)
        with django_assert_max_num_queries(60) as queries:
            editor_client.get(REPORT)
        counts.append(len(queries))
    assert counts[0] == counts[1]
