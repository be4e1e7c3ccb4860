"""The same content gives the same bytes, however a database and a machine keep it."""

import os
from collections.abc import Callable
from random import Random
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.test import override_settings
from django.utils import timezone, translation

from cases.models import CasePage
from govlab.core.children import PageRow
from govlab.delivery.documents.build import Built, build
from govlab.delivery.documents.group import load_groups
from govlab.delivery.documents.tree import PublicTree
from govlab.delivery.models import Document
from home.models import MethodStep
from tests.factories import make_method, make_method_index, make_topic

pytestmark = pytest.mark.django_db


def row_models() -> list[type[PageRow]]:
    return [model for model in apps.get_models() if issubclass(model, PageRow)]


def store_otherwise(random: Random, places: Callable[[int], int | None] = int) -> None:
    """Every row of every page is stored again, in another order and under another key."""
    for model in row_models():
        rows = list(model._default_manager.order_by("pk"))
        model._default_manager.all().delete()
        random.shuffle(rows)
        for row in rows:
            row.pk = None
            row.sort_order = places(row.sort_order)
        model._default_manager.bulk_create(rows)


@pytest.mark.parametrize("seed", range(2))
def test_rows_inserted_in_another_order(starting_content: str, seed: int) -> None:
    before = documents()
    store_otherwise(Random(seed))
    assert documents() == before


@pytest.mark.parametrize("place", [None, 0], ids=["without places", "all in one place"])
def test_rows_without_an_order_of_their_own(starting_content: str, place: int | None) -> None:
    store_otherwise(Random(1), lambda _: place)
    before = documents()
    store_otherwise(Random(2), lambda _: place)
    assert documents() == before


def test_starting_content_has_places(starting_content: str) -> None:
    unplaced = [model for model in row_models() if model._default_manager.filter(sort_order=None)]
    assert unplaced == []


def test_code_gives_rows_in_its_order(home: Any) -> None:
    page = make_method(make_method_index(home))
    page.steps = [MethodStep(title=title, text="<p>Dari.</p>") for title in ("c", "a", "b")]
    page.save()
    assert list(page.steps.values_list("title", "sort_order")) == [("c", 0), ("a", 1), ("b", 2)]


@pytest.mark.parametrize("zone", ["Pacific/Auckland"])
def test_machine_and_editor_settings(
    starting_content: str, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an editor's request has switched on, or the server's environment says."""
    expected = documents()
    monkeypatch.setitem(os.environ, "LANG", "de_DE.UTF-8")
    monkeypatch.setitem(os.environ, "TZ", zone)
    for language in ("en", "lv"):
        with timezone.override(zone), translation.override(language):
            assert documents() == expected
    with override_settings(USE_THOUSAND_SEPARATOR=True), translation.override(None):
        assert documents() == expected


def documents() -> dict[int, tuple[str, dict[str, Any], frozenset[tuple[str, str]]]]:
    """Some pages of each type."""
    built = build_groups(some_of_each_type())
    return {pk: (one.digest, one.columns, one.facets) for pk, one in built.items()}


def build_groups(keys: set[UUID]) -> dict[int, Built]:
    """As the relay would write their pages now."""
    tree = PublicTree()
    built: dict[int, Built] = {}
    for group in load_groups(keys, tree).values():
        for page in group.public:
            if document := build(page, group, tree):
                built[page.pk] = document
    return built


def some_of_each_type() -> set[UUID]:
    """Translation keys."""
    live = Document.objects.filter(live=True).order_by("page_id")
    of_type: dict[str, list[UUID]] = {}
    for kind, key in live.values_list("type", "translation_key"):
        of_type.setdefault(kind, []).append(key)
    assert len(of_type) > 5
    return {key for keys in of_type.values() for key in keys[:4]}


def test_terms_of_a_case_keep_the_editors_order(starting_content: str) -> None:
    case = CasePage.objects.live().first()
    assert case
    for place, name in ((7, "Pēdējā"), (5, "Pirmā")):
        case.topics.model.objects.create(
            page=case, topic=make_topic(name), sort_order=place, locale=case.locale
        )
    text = str(build_groups({case.translation_key})[case.pk].document)
    assert text.index("Pirmā") < text.index("Pēdējā")
