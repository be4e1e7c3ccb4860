"""What a test changed is as it was after a snapshot's return, and new rows take new keys."""

from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from tests import snapshot
from tests.factories import make_standard
from tests.second_process import needs_database_server

pytestmark = [pytest.mark.django_db, needs_database_server]


def everything() -> list[tuple[int, str]]:
    return list(Page.objects.order_by("pk").values_list("pk", "title"))


def test_rows_come_back(home: Any) -> None:
    before = everything()
    taken = snapshot.take()
    added = make_standard(home)
    Page.objects.filter(pk=home.pk).update(title="Cits")
    snapshot.restore(taken, analyze=True)
    assert everything() == before
    assert make_standard(Page.objects.get(pk=home.pk).specific).pk > added.pk


def test_what_is_remembered_of_other_rows_is_forgotten(home: Any) -> None:
    taken = snapshot.take()
    there = ContentType.objects.get_for_model(Page)
    ContentType.objects.filter(pk=there.pk).update(model="another")
    snapshot.restore(taken)
    assert ContentType.objects.get_for_model(Page).model == "page"
    assert ContentType.objects.filter(pk=there.pk, model="page").exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("run", range(2))
def test_what_commits_leaves_the_database_as_migrated(run: int) -> None:
    pages = list(Page.objects.values_list("slug", flat=True))
    assert "root" in pages
    assert "left-over" not in pages
    Page.get_first_root_node().add_child(instance=Page(title="Left over", slug="left-over"))
