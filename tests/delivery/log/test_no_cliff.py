"""Large, long and often: nothing of it stops the log."""

import datetime as dt
import logging
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import Page

from govlab.delivery.log import address, expand, inline, relay
from govlab.delivery.log.rebuild import rebuild
from govlab.delivery.models import Document, Head, Mark
from govlab.delivery.models.mark import Priority, Scope
from tests.factories import make_standard, publish

from .portal import Portal
from .test_relay import poison


@pytest.fixture
def deep(portal: Portal, home: Any) -> list[Any]:
    """Pages below each other whose addresses come to more than 2,500 characters."""
    pages = [home]
    for number in range(13):
        slug = f"{number}-".ljust(200, "x")
        pages.append(publish(make_standard(pages[-1], slug=slug)))
    return pages[1:]


def test_paths_of_any_length(portal: Portal, deep: list[Any]) -> None:
    assert set(portal.follow().documents) == {page.pk for page in deep}
    path = portal[deep[-1]]["path"]
    assert len(path) > 2_500
    assert portal.get("pages/by-path", path=path).json()["id"] == deep[-1].pk
    # The index knows the beginning only: pages that share it are told apart.
    assert portal.get("pages/by-path", path=portal[deep[1]]["path"]).json()["id"] == deep[1].pk
    Page.objects.get(pk=deep[0].pk).specific.unpublish()
    assert set(portal.follow().withdrawn) == {page.pk for page in deep}
    assert portal.get("pages/by-path", path=path).status_code == 410


def test_a_path_that_a_database_cannot_index(portal: Portal, home: Any) -> None:
    """What does not compress, beyond an index entry of PostgreSQL."""
    page = home
    for number in range(20):
        slug = "".join(f"{(number * 7919 + place * 104729) % 99991:x}" for place in range(50))
        page = publish(make_standard(page, slug=slug[:200]))
    portal.follow()
    assert len(portal[page]["path"]) > 3_500


def test_a_group_that_failed_40000_times(portal: Portal, home: Any) -> None:
    with poison("Slikta"):
        page = publish(make_standard(home, title="Slikta"))
        relay.drain()
        marks = Mark.objects.filter(key=str(page.translation_key))
        for attempts in (32_767, 40_000, 999_999, 2_000_000):
            marks.update(attempts=attempts, not_before=None)
            assert relay.drain() == 0
            mark = marks.get()
            assert mark.attempts == min(attempts + 1, relay.MOST_ATTEMPTS)
            assert mark.not_before
            assert mark.not_before <= timezone.now() + relay.LONGEST_DELAY
        page.title = "Laba"
        publish(page)
        relay.drain()
    assert portal.get(f"pages/{page.pk}").json()["title"] == "Laba"
    assert not Mark.objects.exists()


def test_a_save_begins_the_attempts_again(portal: Portal, home: Any) -> None:
    with poison("Slikta", "Vēl slikta"):
        page = publish(make_standard(home, title="Slikta"))
        relay.drain()
        Mark.objects.update(attempts=500, not_before=timezone.now() + dt.timedelta(hours=1))
        page.title = "Vēl slikta"
        publish(page)
        relay.drain()
        mark = Mark.objects.get()
    assert (mark.attempts, "Vēl slikta" in mark.error) == (1, True)
    assert mark.not_before
    assert mark.not_before < timezone.now() + dt.timedelta(seconds=10)


@pytest.mark.parametrize("error", ["with NUL \0", "half a character \ud800", "long " * 2_000])
def test_an_error_that_cannot_be_stored(
    portal: Portal, home: Any, error: str, caplog: pytest.LogCaptureFixture
) -> None:
    # A report that holds half a character cannot be sent between test processes.
    with pytest.MonkeyPatch.context() as patch, caplog.at_level(logging.CRITICAL + 1):

        def fails(*args: Any) -> Any:
            raise ValueError(error)

        patch.setattr("govlab.delivery.log.write.build", fails)
        publish(make_standard(home))
        relay.drain()
        assert Mark.objects.get().error.startswith("ValueError")
    Mark.objects.update(not_before=None)
    portal.follow()


def test_an_editor_passes_what_is_marked_for_the_whole_site(
    portal: Portal, home: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(expand, "CHUNK", 3)
    pages = [publish(make_standard(home)) for _ in range(10)]
    portal.follow()
    Mark.objects.create(scope=Scope.EVERYTHING, priority=Priority.BULK, reason="a large site")
    for _ in range(3):
        relay.step(size=1)
        assert Mark.objects.filter(scope=Scope.GROUP).count() <= 3 * expand.CHUNK
    page = pages[-1]
    page.title = "Steidzama"
    publish(page)
    relay.step(size=1)
    assert portal.get(f"pages/{page.pk}").json()["title"] == "Steidzama"
    assert Mark.objects.filter(scope=Scope.EVERYTHING).exists(), "all else still waits"
    portal.follow()


@pytest.mark.django_db(transaction=True)
def test_an_editors_request_expands_no_whole_site(
    portal: Portal, home: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At most one part a step, and no step more once its time is over."""
    monkeypatch.setattr(expand, "CHUNK", 2)
    monkeypatch.setattr(inline, "SECONDS", -1)
    section = publish(make_standard(home))
    pages = [publish(make_standard(section)) for _ in range(8)]
    portal.follow()
    section.slug = "cita-adrese"
    publish(section)
    assert Mark.objects.filter(scope=Scope.SUBTREE).exists()
    assert Mark.objects.filter(scope=Scope.GROUP).count() <= 2
    assert set(portal.follow().documents) == {section.pk, *(page.pk for page in pages)}


@pytest.mark.parametrize("chunk", [1, 2, 7])
def test_parts_miss_nothing(
    portal: Portal, home: Any, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    """Though pages move from what is still to come to what is done, and back."""
    monkeypatch.setattr(expand, "CHUNK", chunk)
    sections = [publish(make_standard(home)) for _ in range(3)]
    pages = [publish(make_standard(section)) for section in sections for _ in range(3)]
    portal.follow()
    Document.objects.filter(pk__in=[page.pk for page in pages]).update(digest="old")
    Mark.objects.create(scope=Scope.EVERYTHING, reason="all")
    relay.step(size=1)
    relay.step(size=1)
    fresh(pages[-1]).move(fresh(sections[0]), "first-child")
    relay.step(size=2)
    fresh(pages[0]).move(fresh(sections[2]), "last-child")
    portal.follow()
    assert not Document.objects.filter(digest="old").exists()


def test_many_marks_of_all_become_one(portal: Portal, home: Any) -> None:
    publish(make_standard(home))
    for _ in range(5):
        Mark.objects.create(scope=Scope.EVERYTHING, reason="all", priority=Priority.BULK)
    relay.drain()
    assert not Mark.objects.exists()
    portal.follow()


@pytest.mark.parametrize("below_first", [True, False])
def test_a_mark_of_what_is_below_stands_for_no_mark_of_the_page_too(
    portal: Portal, home: Any, below_first: bool
) -> None:
    page = publish(make_standard(home))
    below = publish(make_standard(page))
    portal.follow()
    Document.objects.filter(pk__in=[page.pk, below.pk]).update(digest="old")
    cursors = ["", page.path]
    for cursor in cursors[::-1] if below_first else cursors:
        Mark.objects.create(scope=Scope.SUBTREE, key=page.path, cursor=cursor, reason="changed")
    relay.drain()
    assert not Document.objects.filter(digest="old").exists()
    assert not Mark.objects.exists()


def test_another_address_of_the_site(
    portal: Portal, home: Any, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    page = publish(make_standard(home))
    portal.follow()
    start = address._adopted.clear
    start()
    address.adopt_address()
    assert not Mark.objects.exists(), "it is the one that the log was written with"
    settings.GOVLAB_SITE_URL = "https://cita.example"
    start()
    with caplog.at_level(logging.WARNING):
        address.adopt_address()
        address.adopt_address()
    assert "https://cita.example" in caplog.text
    assert Mark.objects.get().scope == Scope.EVERYTHING
    portal.follow()
    assert portal[page]["url"].startswith("https://cita.example/lv/")
    assert Head.objects.get().address == "https://cita.example"


@pytest.mark.django_db(transaction=True)
def test_a_server_with_another_address_leaves_it_to_the_worker(
    portal: Portal, home: Any, settings: Any
) -> None:
    settings.GOVLAB_SITE_URL = "https://neistais.example"
    page = publish(make_standard(home))
    assert not Document.objects.filter(pk=page.pk).exists()
    settings.GOVLAB_SITE_URL = "http://testserver"
    portal.follow()
    assert portal[page]["url"].startswith("http://testserver/")


def test_rebuilding_adopts_the_address(portal: Portal, home: Any, settings: Any) -> None:
    settings.GOVLAB_SITE_URL = "https://cita.example"
    rebuild(lambda done, total: None)
    assert Head.objects.get().address == "https://cita.example"
    portal.follow()


def test_reading_by_path_uses_the_index(db: None) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
    plan = Document.at_path("/lv/" + "x" * 3_000).explain()
    assert "delivery_doc_path" in plan


def fresh(page: Any) -> Any:
    return Page.objects.get(pk=page.pk).specific
