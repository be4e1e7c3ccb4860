"""Explanations as arithmetic: no database."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engines.database.explain import explanation
from search.engines.database.ranking import Collection, Page, Ranking
from search.query.boosts import DEFAULT
from search.query.expansion import Synonym, concepts
from search.query.explanation import Cause
from search.text.places import places_of
from search.text.tokens import COMPOUND, WORD, index_text

NOW = datetime(2026, 11, 24, tzinfo=UTC)
SYNONYMS = [Synonym.equal("slogs", "liekas prasības", "birokrātija")]
WORDS = ("slogs", "sloga", "liekas", "prasība", "birokrātijas", "wifi", "Wi-Fi", "maize", "un")


def ranking(text: str) -> Ranking:
    asked = concepts(text, "lv", SYNONYMS)
    phrases = [phrase for concept in asked for phrase in (concept.asked, *concept.synonyms)]
    having = {word: 3 + place for place, word in enumerate(w for each in phrases for w in each)}
    return Ranking(asked, Collection(100, 20.0, having), DEFAULT, NOW)


def page(age: int = 0, **texts: str) -> Page:
    stored = {name: index_text(text, "lv") for name, text in texts.items()}
    return Page(places_of(stored), 20, True, (NOW - timedelta(days=age)).timestamp())


some_words = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(
    text=st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join),
    title=some_words,
    body=some_words,
    files=some_words,
    age=st.integers(0, 3000),
)
def test_the_points_are_the_score(text: str, title: str, body: str, files: str, age: int) -> None:
    order, found = ranking(text), page(age, title=title, body=body, files=files)
    explained = explanation(order, found)
    assert explained.score == order.score(found)
    assert sum(each.points for each in explained.reasons) == pytest.approx(explained.score)


def test_a_file_is_a_text() -> None:
    (reason,) = explanation(ranking("maize"), page(title="Cits", files="Te ir maize.")).reasons
    assert reason.found
    assert (reason.found.text, reason.found.kind) == ("files", WORD)


def test_what_is_written_together_or_apart() -> None:
    reasons = explanation(ranking("wifi"), page(title="Wi-Fi")).reasons
    assert [each.found.kind for each in reasons if each.found] == [COMPOUND]


def test_only_the_best_of_a_word_and_its_synonyms_counts() -> None:
    both = explanation(ranking("slogs"), page(title="Slogs", body="birokrātija"))
    assert {each.found.text for each in both.reasons if each.found} == {"title"}
    synonym = explanation(ranking("slogs"), page(body="Liekas prasības"))
    assert len([each for each in synonym.reasons if each.found]) == 2


def test_a_promoted_page_needs_no_words() -> None:
    explained = explanation(ranking("maize"), page(title="Cits"), promoted=True)
    assert [reason.cause for reason in explained.reasons] == [Cause.PROMOTED]
    assert explained.score == 0
