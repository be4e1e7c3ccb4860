"""What cannot be done is kept with its reason, tried again, and stops nothing else."""

import datetime as dt
import json
from itertools import pairwise
from typing import Any

import pytest
from django.utils import translation
from wagtail.models import Revision

from govlab.delivery.models import ScheduledFailure
from govlab.delivery.schedule import failures
from govlab.delivery.schedule.run import run_due
from tests.factories import make_standard, publish

from .scheduling import actions, at, expire, hours, schedule, state

MINUTE = dt.timedelta(minutes=1)


def block(kind: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "value": value, "id": "00000000-0000-0000-0000-000000000001"}


UNREADABLE: dict[str, Any] = {
    "no object": "nonsense",
    "a list": [1, 2],
    "empty": {},
    "a date that is none": {"go_live_at": "drīz"},
    "a body that is no JSON": {"body": "{broken"},
    "a body of another form": {"body": json.dumps({"a": 1})},
    "a body of numbers": {"body": "[1, 2]"},
    "a block without a value": {"body": json.dumps([{"type": "heading"}])},
    "a block of another form": {"body": json.dumps([block("table", 5)])},
    "a block that is gone": {"body": json.dumps([block("carousel", "x")])},
}


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_an_unreadable_version_stops_nothing_else(home: Any, content: Any) -> None:
    bad, good = make_standard(home, live=False), make_standard(home, live=False)
    revision = schedule(bad, hours(1))
    schedule(good, hours(2))
    whole = isinstance(content, dict) and bool(content)
    Revision.objects.filter(pk=revision.pk).update(
        content=revision.content | content if whole else content
    )
    gone = expire(make_standard(home), hours(3))
    with at(hours(4)):
        result = run_due()
    assert (len(result.done), len(result.failed)) == (2, 1)
    assert (state(good), state(gone)) == ((True, False, 0), (False, True, 0))
    assert (state(bad), actions(bad)) == ((False, False, 1), [])
    failure = ScheduledFailure.objects.get()
    assert (failure.object_id, failure.due_at, failure.attempts) == (str(bad.pk), hours(1), 1)
    assert all(failure.reasons[language] for language in ("lv", "en"))
    assert failure.reasons["lv"] != failure.reasons["en"]


def test_a_block_that_is_gone_is_named(home: Any) -> None:
    page = make_standard(home, live=False)
    revision = schedule(page, hours(1))
    body = json.dumps([block("carousel", "x")])
    Revision.objects.filter(pk=revision.pk).update(content=revision.content | {"body": body})
    with at(hours(1)):
        run_due()
    failure = ScheduledFailure.objects.get()
    for language in ("lv", "en"):
        with translation.override(language):
            assert "carousel" in failure.reason


def test_a_slug_taken_meanwhile(home: Any) -> None:
    """Late, with the reason in both languages; published by itself once the slug is free."""
    page = publish(make_standard(home))
    schedule(page, hours(1), slug="vieta")
    other = make_standard(home, slug="vieta")
    with at(hours(1)):
        run_due()
    failure = ScheduledFailure.objects.get()
    assert "jau lieto cita lapa" in failure.reasons["lv"]
    assert "vieta" in failure.reasons["en"]
    assert failure.reasons["lv"] != failure.reasons["en"]
    assert (state(page), actions(page)) == ((True, False, 1), [])
    other.slug = "cita-vieta"
    other.save()
    with at(failure.next_try_at):
        assert len(run_due().done) == 1
    assert (state(page), ScheduledFailure.objects.exists()) == ((True, False, 0), False)


def break_publishing(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    tries: list[int] = []

    def fail(self: Any, **kwargs: Any) -> None:
        tries.append(self.pk)
        raise RuntimeError("broken")

    monkeypatch.setattr(Revision, "publish", fail)
    return tries


def test_it_is_tried_soon_then_less_often(home: Any, monkeypatch: Any) -> None:
    page = make_standard(home, live=False)
    schedule(page, hours(1))
    tries = break_publishing(monkeypatch)
    moments = []
    moment = hours(1)
    for _ in range(12):
        with at(moment):
            run_due()
            # Not before its time.
            run_due()
        moments.append(moment)
        moment = ScheduledFailure.objects.get().next_try_at
    rests = [(after - before) for before, after in pairwise(moments)]
    assert len(tries) == 12
    assert (rests[0], rests[1], rests[-1]) == (
        failures.FIRST_DELAY,
        2 * failures.FIRST_DELAY,
        failures.LONGEST_DELAY,
    )
    failure = ScheduledFailure.objects.get()
    assert (failure.attempts, failure.error) == (12, "RuntimeError: broken")


def test_it_is_tried_at_once_when_the_page_was_saved(home: Any, monkeypatch: Any) -> None:
    page = make_standard(home, live=False)
    schedule(page, hours(1))
    with monkeypatch.context() as broken:
        break_publishing(broken)
        with at(hours(1)):
            run_due()
    with at(hours(1) + MINUTE / 6):
        assert run_due().done == []
        page.refresh_from_db()
        page.save_revision()
        assert len(run_due().done) == 1


def test_another_version_scheduled_instead_is_tried_at_once(home: Any) -> None:
    page = make_standard(home, live=False)
    revision = schedule(page, hours(1))
    Revision.objects.filter(pk=revision.pk).update(content={})
    with at(hours(1)):
        run_due()
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
    schedule(page, hours(1))
    with at(hours(1)):
        assert len(run_due().done) == 1
    assert not ScheduledFailure.objects.exists()


def test_what_is_called_off_is_forgotten(home: Any) -> None:
    page = make_standard(home, live=False)
    revision = schedule(page, hours(1))
    Revision.objects.filter(pk=revision.pk).update(content={})
    with at(hours(1)):
        run_due()
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
        run_due()
    assert not ScheduledFailure.objects.exists()


def test_a_clock_set_back_does_not_put_it_off(home: Any, monkeypatch: Any) -> None:
    page = make_standard(home, live=False)
    schedule(page, hours(1))
    with monkeypatch.context() as broken:
        break_publishing(broken)
        with at(hours(100)):
            run_due()
    with at(hours(2)):
        assert len(run_due().done) == 1


def test_an_alias_that_cannot_follow_keeps_both_as_they_were(home: Any, monkeypatch: Any) -> None:
    page = publish(make_standard(home, title="Vecs"))
    alias = page.create_alias(update_slug="cits")
    schedule(page, hours(1), title="Jauns")
    save = type(page).save

    def fail(self: Any, *args: Any, **kwargs: Any) -> None:
        if self.pk == alias.pk:
            raise RuntimeError("broken")
        save(self, *args, **kwargs)

    with monkeypatch.context() as broken:
        broken.setattr(type(page), "save", fail)
        with at(hours(1)):
            run_due()
    page.refresh_from_db()
    assert (page.title, state(page)[2], actions(page)) == ("Vecs", 1, [])
    with at(hours(1) + MINUTE):
        run_due()
    alias.refresh_from_db()
    assert (alias.title, state(page)[2], actions(page)) == ("Jauns", 0, ["publish"])
