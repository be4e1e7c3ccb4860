"""Everything that is due is done, once, whatever becomes of anything else."""

from typing import Any

import pytest
from django.core.management import call_command
from wagtail.models import Revision
from wagtail.signals import page_published, page_unpublished

from govlab.delivery.models import Document, Mark, ScheduledFailure
from govlab.delivery.operations import worker
from govlab.delivery.schedule.due import due_work
from govlab.delivery.schedule.run import run_due
from home.models import StandardPage
from tests.factories import make_standard, publish, translate_page

from .scheduling import NOON, actions, at, expire, hours, schedule, state


def test_a_publication_at_its_time_and_not_before(home: Any) -> None:
    page = make_standard(home, live=False)
    schedule(page, hours(1), title="Jauns")
    with at(hours(0.9)):
        assert run_due().done == []
    assert state(page) == (False, False, 1)
    with at(hours(1)):
        assert len(run_due().done) == 1
        assert run_due().done == []
    page = StandardPage.objects.get(pk=page.pk)
    assert (page.title, page.first_published_at, page.last_published_at) == (
        "Jauns",
        hours(1),
        hours(1),
    )
    assert page.live_revision_id == page.latest_revision_id
    assert (page.has_unpublished_changes, state(page)) == (False, (True, False, 0))
    assert actions(page) == ["publish"]


def test_an_expiry(home: Any) -> None:
    page = expire(make_standard(home), hours(1))
    with at(hours(1)):
        assert len(run_due().done) == 1
        assert run_due().done == []
    assert (state(page), actions(page)) == ((False, True, 0), ["unpublish"])


def test_both_passed_while_the_worker_was_away(home: Any) -> None:
    """It was public at no time, and its history says what should have been."""
    page = make_standard(home, live=False)
    schedule(page, hours(1), hours(2))
    with at(hours(3)):
        worker.run_round("worker")
        assert due_work(hours(3)) == []
    assert (state(page), actions(page)) == ((False, True, 0), ["publish", "unpublish"])
    assert not Document.objects.filter(page_id=page.pk).exists()


def test_the_next_version_goes_live_after_the_present_one_expired(home: Any) -> None:
    page = expire(make_standard(home, title="Vecs"), hours(1))
    schedule(page, hours(2), None, title="Jauns")
    # The draft's expiry is the next version's; the live page keeps its own.
    with at(hours(1.5)):
        run_due()
    assert state(page) == (False, True, 1)
    with at(hours(2)):
        run_due()
    assert state(page) == (True, False, 0)
    assert StandardPage.objects.get(pk=page.pk).title == "Jauns"


def test_a_version_that_prolongs_comes_before_the_expiry(home: Any) -> None:
    page = expire(make_standard(home), hours(2))
    schedule(page, hours(1), hours(9))
    with at(hours(3)):
        run_due()
    assert (state(page), actions(page)) == ((True, False, 0), ["publish"])


def test_an_expiry_is_not_held_up_by_a_version_that_cannot_be_published(home: Any) -> None:
    page = expire(make_standard(home), hours(2))
    revision = schedule(page, hours(1), None)
    Revision.objects.filter(pk=revision.pk).update(content={})
    with at(hours(3)):
        result = run_due()
    assert (len(result.done), len(result.failed)) == (1, 1)
    assert state(page) == (False, True, 1)


def test_the_longest_overdue_first(home: Any) -> None:
    later = make_standard(home, live=False)
    sooner = make_standard(home, live=False)
    schedule(later, hours(2))
    schedule(sooner, hours(1))
    with at(hours(3)):
        assert [work.object_id for work in run_due().done] == [str(sooner.pk), str(later.pk)]


def test_one_that_is_called_off_or_put_off_meanwhile(home: Any, monkeypatch: Any) -> None:
    """Between the list of what is due and its turn."""
    called_off, put_off = make_standard(home, live=False), make_standard(home, live=False)
    first, second = schedule(called_off, hours(1)), schedule(put_off, hours(1))
    with at(hours(1)):
        works = due_work(hours(1))
        Revision.objects.filter(pk=first.pk).update(approved_go_live_at=None)
        Revision.objects.filter(pk=second.pk).update(approved_go_live_at=hours(5))
        monkeypatch.setattr("govlab.delivery.schedule.run.due_work", lambda now: works)
        run_due()
    assert (state(called_off), state(put_off)) == ((False, False, 0), (False, False, 1))


def test_a_clock_set_back_publishes_nothing_early(home: Any) -> None:
    page = make_standard(home, live=False)
    revision = schedule(page, hours(3))
    # Approved for a moment that the clock has passed, with a content that says later.
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=hours(1))
    with at(hours(2)):
        run_due()
        revision.refresh_from_db()
        assert (state(page), revision.approved_go_live_at) == ((False, False, 1), hours(3))
    with at(hours(3)):
        run_due()
    assert state(page) == (True, False, 0)


def test_a_page_deleted_past_wagtail(home: Any) -> None:
    page = make_standard(home, live=False)
    revision = schedule(page, hours(1))
    Revision.objects.filter(pk=revision.pk).update(object_id="999999")
    with at(hours(1)):
        run_due()
        assert due_work(hours(1)) == []


def test_aliases_follow(home: Any) -> None:
    page = make_standard(home, title="Vecs")
    alias = page.create_alias(update_slug="cits")
    schedule(page, hours(1), hours(2), title="Jauns")
    with at(hours(1)):
        run_due()
    assert StandardPage.objects.get(pk=alias.pk).title == "Jauns"
    with at(hours(2)):
        run_due()
    assert state(page) == state(alias) == (False, True, 0)
    assert actions(alias) == []


def test_signals_and_the_log(home: Any) -> None:
    page = make_standard(home, live=False)
    schedule(page, hours(1), hours(2))
    heard: list[str] = []

    def published(instance: Any, **kwargs: Any) -> None:
        heard.append(f"published {instance.pk}")

    def unpublished(instance: Any, **kwargs: Any) -> None:
        heard.append(f"unpublished {instance.pk}")

    page_published.connect(published)
    page_unpublished.connect(unpublished)
    try:
        with at(hours(1)):
            worker.run_round("worker")
            assert Document.objects.get(page_id=page.pk).live
        with at(hours(2)):
            worker.run_round("worker")
    finally:
        page_published.disconnect(published)
        page_unpublished.disconnect(unpublished)
    assert heard == [f"published {page.pk}", f"unpublished {page.pk}"]
    document = Document.objects.get(page_id=page.pk)
    assert (document.live, document.reason, Mark.objects.count()) == (False, "expired", 0)


def test_a_translation(home: Any) -> None:
    publish(home)
    page = publish(make_standard(home))
    translate_page(home, title="Home")
    english = translate_page(page, title="Page", summary="Summary.")
    schedule(english, hours(1), title="Later")
    with at(hours(1)):
        run_due()
    english.refresh_from_db()
    assert (english.live, english.title) == (True, "Later")


def test_nothing_due_costs_few_queries(home: Any, django_assert_max_num_queries: Any) -> None:
    page = make_standard(home, live=False)
    schedule(page, hours(9))
    with at(NOON):
        run_due()
        with django_assert_max_num_queries(4):
            run_due()


@pytest.mark.parametrize("command", ["publish_scheduled", "publish_scheduled_pages"])
def test_wagtails_command_goes_the_same_way(home: Any, command: str, capsys: Any) -> None:
    good, bad = make_standard(home, live=False), make_standard(home, live=False)
    schedule(good, hours(2))
    broken = schedule(bad, hours(1))
    Revision.objects.filter(pk=broken.pk).update(content={})
    with at(hours(3)):
        call_command(command, "--dryrun")
        assert state(good) == (False, False, 1)
        assert capsys.readouterr().out.count("publish of wagtailcore.Page") == 2
        with pytest.raises(SystemExit):
            call_command(command)
    assert (state(good), state(bad)) == ((True, False, 0), (False, False, 1))
    assert ScheduledFailure.objects.get().object_id == str(bad.pk)
    said = capsys.readouterr()
    assert ("Done: publish" in said.out, "Failed: publish" in said.err) == (True, True)


def test_a_refusal_of_the_publication_gate(home: Any) -> None:
    """In whole sentences of each language; what an editor mends is published by itself."""
    page = make_standard(home, live=False)
    revision = schedule(page, hours(1))
    whole = revision.content
    Revision.objects.filter(pk=revision.pk).update(content=whole | {"summary": ""})
    with at(hours(1)):
        run_due()
    failure = ScheduledFailure.objects.get()
    assert failure.reasons["en"].startswith("“Lapa” is not published. Summary: ")
    assert failure.reasons["lv"].startswith("„Lapa” nav publicēta. Kopsavilkums: ")
    assert state(page) == (False, False, 1)
    Revision.objects.filter(pk=revision.pk).update(content=whole)
    with at(failure.next_try_at):
        run_due()
    assert state(page) == (True, False, 0)
