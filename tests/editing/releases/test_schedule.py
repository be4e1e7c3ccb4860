"""Scheduled releases run in the project's schedule: retried, and shown as late."""

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import Page

from govlab.delivery.models import ScheduledFailure
from govlab.delivery.schedule.late import late_for
from govlab.delivery.schedule.run import run_due
from govlab.editing.models import Release, ReleaseState
from govlab.editing.models.release import Timing
from govlab.editing.releases import actions, approval
from tests.delivery.schedule.scheduling import NOON, at, hours
from tests.factories.accounts import sign_in

from .conftest import Staff


@pytest.fixture
def scheduled(release: Release, staff: Staff) -> Release:
    with at(NOON):
        release = actions.change(
            release, staff.author, name=release.name, timing=Timing.AT_TIME, go_live_at=hours(1)
        )
        return approval.submit(release, staff.author)


def approve(release: Release, staff: Staff, moment: dt.datetime) -> None:
    with at(moment):
        approval.approve(release, staff.chief, list(release.items.all()))


def test_at_its_time_and_not_before(scheduled: Release, staff: Staff, pair: list[Any]) -> None:
    approve(scheduled, staff, NOON)
    with at(hours(0.9)):
        assert run_due().done == []
    with at(hours(1)):
        assert len(run_due().done) == 1
        assert run_due().done == []
    scheduled.refresh_from_db()
    assert scheduled.state == ReleaseState.PUBLISHED
    assert Page.objects.filter(pk__in=[page.pk for page in pair], live=True).count() == 2


def test_not_approved_in_time_is_late_and_published_after(
    scheduled: Release, staff: Staff, pair: list[Any]
) -> None:
    with at(hours(2)):
        assert len(run_due().failed) == 1
        (late,) = late_for(staff.chief, hours(2))
        assert late.url == reverse("govlab_release", args=[scheduled.pk])
        response = sign_in(staff.chief).get(reverse("delivery_late_work"))
        assert "Gada pārskats" in response.content.decode()
    approve(scheduled, staff, hours(2.001))
    with at(hours(2.002)):
        assert len(run_due().done) == 1
    assert not ScheduledFailure.objects.exists()
    assert Page.objects.filter(pk__in=[page.pk for page in pair], live=True).count() == 2


def test_a_refusal_is_stored_with_its_reasons_and_retried(
    scheduled: Release, staff: Staff, pair: list[Any]
) -> None:
    approve(scheduled, staff, NOON)
    Page.objects.filter(pk=pair[0].pk).update(locked=True)
    with at(hours(1)):
        assert len(run_due().failed) == 1
        assert not Page.objects.get(pk=pair[1].pk).live
    failure = ScheduledFailure.objects.get()
    assert set(failure.reasons) == {"lv", "en"}
    assert "Ziņa" in failure.reasons["lv"]
    # Who may not see every page of it does not read their titles there.
    assert late_for(staff.latvian_approver, hours(1)) == []
    Page.objects.filter(pk=pair[0].pk).update(locked=False)
    with at(hours(1.1)):
        assert len(run_due().done) == 1
    assert not ScheduledFailure.objects.exists()


def test_cancelled_or_moved_work_is_dropped(scheduled: Release, staff: Staff) -> None:
    approve(scheduled, staff, NOON)
    with at(hours(0.5)):
        approval.withdraw(scheduled, staff.chief)
    with at(hours(1)):
        result = run_due()
    assert (result.done, result.failed) == ([], [])
