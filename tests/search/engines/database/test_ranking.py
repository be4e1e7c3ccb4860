"""The order as arithmetic: no database."""

import csv
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engines.database.matching import pages_with_most
from search.engines.database.ranking import Collection, Page, Ranking
from search.query.boosts import DEFAULT
from search.query.expansion import concepts
from search.query.results import RELAXED_BELOW
from search.text.places import places_of
from search.text.tokens import index_text

DIFFERENT_WORDS = Path(__file__).parents[2] / "measurement" / "resources" / "different_words_lv.tsv"
NOW = datetime(2026, 11, 24, tzinfo=UTC)


def ranking(text: str, having: int = 10) -> Ranking:
    asked = concepts(text, "lv")
    phrases = [phrase for concept in asked for phrase in (concept.asked, *concept.synonyms)]
    words = [word for phrase in phrases for word in phrase]
    collection = Collection(100, 20.0, dict.fromkeys(words, having))
    return Ranking(asked, collection, DEFAULT, NOW)


def page(length: int = 20, age: int = 0, *, ages: bool = False, **texts: str) -> Page:
    stored = {name: index_text(text, "lv") for name, text in texts.items()}
    return Page(places_of(stored), length, ages, (NOW - timedelta(days=age)).timestamp())


def test_repetition_counts_less_and_less() -> None:
    scores = [ranking("slogs").score(page(body="sloga " * times)) for times in (0, 1, 2, 3)]
    gains = [after - before for before, after in pairwise(scores)]
    assert scores[0] == 0
    assert gains == sorted(gains, reverse=True)
    assert gains[-1] > 0


def test_long_pages_need_more() -> None:
    short, long = (ranking("slogs").score(page(length, body="slogs")) for length in (10, 400))
    assert short > long > 0


def test_rare_words_weigh_more() -> None:
    rare, common = (ranking("slogs", having).score(page(body="slogs")) for having in (1, 90))
    assert rare > common > 0


def test_side_by_side_in_any_form_and_across_one_word() -> None:
    asked = ranking("administratīvais slogs")
    apart, beside, across, reverse = (
        asked.score(page(body=body))
        for body in (
            "slogu un arī ļoti administratīvu",
            "ļoti administratīvu slogu un arī",
            "administratīvu un slogu ļoti arī",
            "slogu administratīvu un arī ļoti",
        )
    )
    assert beside == pytest.approx(across)
    assert beside > apart == pytest.approx(reverse)


def test_news_loses_its_share_with_age() -> None:
    asked = ranking("slogs")
    fresh, old, ancient = (
        asked.score(page(title="slogs", age=age, ages=True)) for age in (30, 395, 9000)
    )
    assert fresh == asked.score(page(title="slogs", age=9000))
    assert old == pytest.approx(fresh * (1 - DEFAULT.recency / 2))
    assert ancient == pytest.approx(fresh * (1 - DEFAULT.recency), rel=0.01)


# The first example loads the dictionaries.
@settings(deadline=None)
@given(st.lists(st.sampled_from(["slogs", "māla", "mali", "un", "2019", "xyz"])).map(" ".join))
def test_a_score_is_never_negative(text: str) -> None:
    score = ranking("slogs mala 2019").score(page(title=text, body=text))
    assert score >= 0


@pytest.mark.parametrize(("words", "least"), [(1, 1), (2, 2), (3, 2), (4, 2), (5, 3), (10, 7)])
def test_how_many_words_a_page_must_have(words: int, least: int) -> None:
    assert DEFAULT.least(words) == least


def test_pages_with_most() -> None:
    def sets(*pages: set[int]) -> list[frozenset[int]]:
        return list(map(frozenset, pages))

    everywhere = set(range(RELAXED_BELOW))
    assert pages_with_most(sets(everywhere, {*everywhere, 99}), 2, 1) == (everywhere, everywhere)
    almost = everywhere - {0}
    assert pages_with_most(sets(almost, {*almost, 99}), 2, 1) == ({*almost, 99}, almost)
    few = pages_with_most(sets({1, 2}, {2, 3}), 2, 1)
    assert (few, few.partial) == (({1, 2, 3}, {2}), False)
    none = pages_with_most(sets({1}, {2}), 2, 1)
    assert (none, none.partial) == (({1, 2}, frozenset()), True)
    nothing = pages_with_most(sets({1}, {2}, {3}, set(), set()), 3, 2)
    assert (nothing, nothing.partial) == ((frozenset(), frozenset()), False)


@given(st.lists(st.frozensets(st.integers(1, 2 * RELAXED_BELOW)), min_size=1, max_size=6))
def test_pages_with_enough_words_are_always_found(found: list[frozenset[int]]) -> None:
    least, if_few = DEFAULT.least(len(found)), DEFAULT.least_if_few(len(found))
    matching = pages_with_most(found, least, if_few)
    assert 1 <= if_few <= least
    assert matching.complete <= matching.pages <= frozenset[int]().union(*found)
    assert len(matching.complete) < RELAXED_BELOW or matching.pages == matching.complete


@pytest.mark.parametrize(
    ("asked", "form", "similar"),
    [
        ("liet", "lej", "lieta"),
        ("lieta", "lietām", "liet"),
        ("sniegs", "sniegā", "sniegt"),
        ("sniegt", "sniedza", "sniegs"),
        ("bērzs", "bērziem", "Bērziņš"),
        ("Bērziņš", "Bērziņam", "bērzs"),
        ("Kalniņa", "Kalniņas", "kalns"),
        ("viens", "vienam", "pirmais"),
        ("pirmais", "pirmā", "viens"),
        ("trešais", "trešajā", "trīs"),
        ("neliels", "nelielu", "liels"),
        ("liels", "lielu", "neliels"),
        ("nakts", "naktī", "nākt"),
        ("igaunis", "igauņu", "Igaunija"),
        ("mala", "malas", "māla"),
    ],
)
def test_forms_of_what_was_typed_come_before_words_that_look_alike(
    asked: str, form: str, similar: str
) -> None:
    right, wrong = (ranking(asked).score(page(body=body)) for body in (form, similar))
    assert right > wrong


def test_no_word_that_looks_alike_comes_before_the_word_itself() -> None:
    with DIFFERENT_WORDS.open(encoding="utf-8", newline="") as file:
        pairs = [(row["form_a"], row["form_b"]) for row in csv.DictReader(file, delimiter="\t")]
    for asked, similar in [*pairs, *((other, one) for one, other in pairs)]:
        itself, alike = (ranking(asked).score(page(body=body)) for body in (asked, similar))
        assert itself > 1.2 * alike, (asked, similar)
