"""Cards of pages that change in the same step as what shows them."""

import json
from typing import Any

import pytest

from cases.models import CaseMethod
from govlab.delivery.log import relay
from govlab.delivery.log.shown import ShownPages
from govlab.delivery.models import Document, Mark
from tests.factories import make_case, make_case_index, make_method, make_method_index


@pytest.fixture
def method(home: Any) -> Any:
    return make_method(make_method_index(home), "Intervija")


@pytest.fixture
def index(home: Any) -> Any:
    return make_case_index(home)


def rename(page: Any, title: str) -> None:
    page.title = title
    page.save()


def methods_of(case: Any) -> list[str]:
    document = json.loads(Document.objects.get(pk=case.pk).json)
    return [link["title"] for link in document["methods"]]


def test_a_document_shows_what_changed_before_it(method: Any, index: Any) -> None:
    relay.drain()
    rename(method, "Saruna")
    case = make_case(index, methods=[CaseMethod(method=method)])
    assert relay.drain() == 2, "each is written once"
    assert methods_of(case) == ["Saruna"]


def test_a_document_is_rebuilt_after_what_it_shows(method: Any, index: Any) -> None:
    relay.drain()
    case = make_case(index, methods=[CaseMethod(method=method)])
    rename(method, "Saruna")
    assert relay.drain() == 3, "the case with the former name, the method, and the case again"
    assert methods_of(case) == ["Saruna"]


def test_a_card_that_was_read_before_it_changed_is_read_again(method: Any, index: Any) -> None:
    relay.drain()
    before = make_case(index, methods=[CaseMethod(method=method)])
    rename(method, "Saruna")
    after = make_case(index, methods=[CaseMethod(method=method)])
    assert relay.drain() == 4, "the first case twice"
    assert methods_of(before) == methods_of(after) == ["Saruna"]


def test_the_order_of_the_marks_is_that_of_the_changes(method: Any, index: Any) -> None:
    second = make_method(method.get_parent(), "Karte")
    make_case(index, methods=[CaseMethod(method=method), CaseMethod(method=second)])
    relay.drain()
    shown = ShownPages([method.translation_key, second.translation_key, index.translation_key])
    shown.changed(second.translation_key)
    shown.changed(method.translation_key)
    shown.changed(index.translation_key)
    pages = [second, method, index]
    assert shown.outdated == [f"page:{page.translation_key}" for page in pages]


def test_references_count_that_are_added_while_it_goes_on(method: Any) -> None:
    relay.drain()
    shown = ShownPages([method.translation_key])
    shown.changed(method.translation_key)
    assert shown.outdated == []
    shown.add({f"page:{method.translation_key}"})
    shown.changed(method.translation_key)
    assert shown.outdated == [f"page:{method.translation_key}"]
    assert not Mark.objects.exists()
