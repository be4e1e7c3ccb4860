"""What changes with the state of the log only is read once for each, outside transactions."""

from collections.abc import Collection
from itertools import count

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from govlab.delivery.documents.facets import Facet, Labels
from govlab.delivery.models import Head
from govlab.delivery.models.head import LogState
from search.curation import rules
from search.models import SearchSynonym
from search.query import facet_labels
from search.query.state_cache import StateCache

FIRST, SECOND = LogState("e", 7, 1, 0), LogState("e", 7, 1, 1)


def test_a_value_is_made_once_for_a_state() -> None:
    cache: StateCache[str, int] = StateCache()
    number = count()
    made = [
        cache.get(state, "lv", lambda: next(number)) for state in (FIRST, FIRST, SECOND, SECOND)
    ]
    assert made == [0, 0, 1, 1]
    assert cache.get(SECOND, "en", lambda: next(number)) == 2


def test_without_a_state_nothing_is_kept() -> None:
    cache: StateCache[str, int] = StateCache()
    number = count()
    assert [cache.get(None, "lv", lambda: next(number)) for _ in range(2)] == [0, 1]


@pytest.mark.django_db
def test_a_transaction_sees_its_own_changes() -> None:
    cache: StateCache[str, int] = StateCache()
    number = count()
    assert [cache.get(FIRST, "lv", lambda: next(number)) for _ in range(2)] == [0, 1]


def test_labels_are_asked_for_once_in_each_language(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    class Asked(Facet):
        def labels(self, values: Collection[str], locale: str) -> Labels:
            asked.append(list(values))
            return {one: f"{translation.get_language()} {one}" for one in values if one != "old"}

    monkeypatch.setattr(facet_labels, "_labels", StateCache())
    facet = Asked(name="topic", label="Topic", description="")
    with translation.override("lv"):
        assert facet_labels.labels_of(facet, ["a", "old"], "lv", FIRST) == {"a": "lv a"}
        assert facet_labels.labels_of(facet, ["a", "b", "old"], "lv", FIRST) == {
            "a": "lv a",
            "b": "lv b",
        }
    with translation.override("en"):
        assert facet_labels.labels_of(facet, ["a"], "lv", FIRST) == {"a": "en a"}
        assert facet_labels.labels_of(facet, ["a"], "lv", SECOND) == {"a": "en a"}
    assert asked == [["a", "old"], ["b"], ["a"], ["a"]]


@pytest.mark.django_db(transaction=True)
def test_rules_are_read_once_and_again_after_a_change() -> None:
    assert rules.synonyms("lv", Head.current()) == ()
    with CaptureQueriesContext(connection) as queries:
        rules.synonyms("lv", Head.current())
    assert len(queries) == 1
    SearchSynonym.objects.create(locale="lv", words="slogs\nbirokrātija")
    assert len(rules.synonyms("lv", Head.current())) == 1
