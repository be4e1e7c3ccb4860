"""Problems are deleted on the day that their readers were told, at the latest."""

import datetime as dt

import pytest
from django.core import checks
from django.test import override_settings
from django.utils import timezone

from contact.models import Problem
from contact.problems.form import ProblemForm
from contact.problems.retention import purge
from contact.problems.submission import submit
from govlab.delivery.operations import periodic_tasks
from tests.factories import make_problem
from tests.factories.problems import TEXT

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def test_a_problem_stays_until_its_day_is_over() -> None:
    today = timezone.localdate()
    problem = make_problem(delete_on=today)
    purge(today)
    assert Problem.objects.filter(pk=problem.pk).exists()
    purge(today + DAY)
    assert not Problem.objects.exists()


def test_a_shorter_setting_reaches_what_is_stored() -> None:
    today = timezone.localdate()
    make_problem(delete_on=today + 300 * DAY)
    with override_settings(GOVLAB_PROBLEM_RETENTION_DAYS=5):
        purge(today + 5 * DAY)
        assert Problem.objects.exists()
        purge(today + 6 * DAY)
    assert not Problem.objects.exists()


def test_the_setting_rules_the_day() -> None:
    form = ProblemForm({"problem": TEXT, "consent": True})
    assert form.is_valid()
    with override_settings(GOVLAB_PROBLEM_RETENTION_DAYS=5):
        stored = submit(form, locale="lv", source="site", client="a")
    assert stored.delete_on == timezone.localdate() + 5 * DAY


def test_the_worker_deletes() -> None:
    make_problem(delete_on=timezone.localdate() - DAY)
    periodic_tasks.run_all()
    assert not Problem.objects.exists()


def test_no_retention_is_an_error() -> None:
    with override_settings(GOVLAB_PROBLEM_RETENTION_DAYS=0):
        assert "contact.E001" in {message.id for message in checks.run_checks()}
    assert "contact.E001" not in {message.id for message in checks.run_checks()}
