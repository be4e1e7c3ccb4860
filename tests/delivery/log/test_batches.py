"""Marks of one batch are relayed in one transaction, whichever of them is found first."""

from typing import Any

import pytest
from django.db import transaction

from govlab.delivery.log import marks, relay
from govlab.delivery.models import Document, Head, Mark
from tests.factories import make_standard, publish


@pytest.fixture
def pages(home: Any) -> list[Any]:
    publish(home)
    found = [publish(make_standard(home, f"Lapa {number}")) for number in range(6)]
    relay.drain()
    return found


def retitle(page: Any, title: str) -> None:
    page.title = title
    page.save()


def test_a_step_takes_all_of_a_batch(pages: list[Any]) -> None:
    since = Head.objects.get().sequence
    # An earlier mark of one of them, which belongs to no batch.
    retitle(pages[4], "Agrāk")
    with transaction.atomic(), marks.together("laidiens"):
        for page in pages[:5]:
            retitle(page, "Kopā")
    retitle(pages[5], "Atsevišķi")
    relay.step(size=1)
    rows = Document.objects.filter(sequence__gt=since).order_by("sequence")
    assert {row.page_id for row in rows} == {page.pk for page in pages[:5]}
    assert [row.sequence for row in rows] == list(range(since + 1, since + 6))
    assert not Mark.objects.filter(batch="laidiens").exists()


def test_a_batch_of_another_page_of_the_batch(pages: list[Any]) -> None:
    """Two batches that share a page are one."""
    for name, members in (("a", pages[:2]), ("b", pages[1:3])):
        with transaction.atomic(), marks.together(name):
            for page in members:
                retitle(page, f"Kopā {name}")
    since = Head.objects.get().sequence
    relay.step(size=1)
    rows = Document.objects.filter(sequence__gt=since)
    assert {row.page_id for row in rows} == {page.pk for page in pages[:3]}


def test_without_a_batch_a_step_takes_what_it_was_asked_for(pages: list[Any]) -> None:
    since = Head.objects.get().sequence
    for page in pages:
        retitle(page, "Atsevišķi")
    relay.step(size=1)
    assert Document.objects.filter(sequence__gt=since).count() == 1
