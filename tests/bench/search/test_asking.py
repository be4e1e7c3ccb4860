"""What the search bench asks, of which texts, and what it says of the answers."""

import random
from dataclasses import astuple
from itertools import islice
from urllib.parse import unquote

import pytest
from rapidfuzz.distance import DamerauLevenshtein

from bench.search import (
    calls,
    copies,
    options,
    questions,
    report,
    spelling,
    vocabulary,
    walking,
    writing,
)
from bench.search.results import Results
from bench.search.targets import judge
from bench.search.walking import Walk
from search.text.dictionaries.folding import fold
from search.text.tokens import index_text, query_terms

WALKED = '{"requests": 40, "seconds": 2.0, "bytes": 4000, "failures": 0, %s}'
WRK = f"""\
Requests/sec:   1300.53

walked {WALKED % '"p50_ms": 3.1, "p95_ms": 5, "p99_ms": 9'}
"""


def test_texts_are_the_same_each_time_and_differ_by_number() -> None:
    first = writing.texts(7, "lv")
    writing.write.cache_clear()
    assert writing.texts(7, "lv") == first
    assert writing.texts(8, "lv") != first
    assert len(first.title.split()) == writing.TITLE


def test_some_words_are_more_frequent_than_others() -> None:
    drawn = [rank for rank, _ in vocabulary.draw(random.Random(3), 5_000)]
    head = sum(rank < 100 for rank in drawn) / len(drawn)
    assert 0.25 < head < 0.5
    assert max(drawn) > vocabulary.WORDS * 0.9


def test_questions_are_many_different_and_of_one_to_three_words() -> None:
    asked = questions.inflected(1_000, 200)
    assert len(set(asked)) == 200
    assert {len(text.split()) for text in asked} == {1, 2, 3}
    assert asked == questions.inflected(1_000, 200)


def test_questions_have_other_forms_than_the_texts_they_are_about() -> None:
    texts = " ".join(
        " ".join((said.title, said.summary, said.heading, *said.paragraphs, said.quote))
        for said in (writing.texts(number, "lv") for number in range(3))
    )
    tokens = set(index_text(texts, "lv").split())
    asked = [word for text in questions.inflected(3, 60) for word in text.split()]
    there = {fold(word) for word in texts.lower().replace(".", "").split()}
    other = [word for word in asked if fold(word) not in there]
    assert len(other) > len(asked) * 0.6
    found = [word for word in other if tokens.intersection(query_terms(word, "lv")[0])]
    assert len(found) > len(other) * 0.8


def test_words_as_written_stand_in_the_texts() -> None:
    there = {form for number in range(3) for _, form in writing.write(number).words}
    for text in islice(questions.written(3), 20):
        assert set(text.split()) <= there


def test_prefixes_are_short() -> None:
    typed = questions.prefixes(1_000, 50)
    assert len(set(typed)) == 50
    lengths = range(questions.SHORTEST, questions.LONGEST + 1)
    assert all(len(text) in lengths for text in typed)


def test_a_slip_leaves_a_letter_out() -> None:
    assert len(questions.misspelt(random.Random(1), "iestāde")) == 6
    assert questions.misspelt(random.Random(1), "a") == "a"


def test_a_copy_says_something_else() -> None:
    old, new = writing.texts(1, "lv"), writing.texts(2, "lv")
    stored = (
        f"{old.title} | {old.summary} | {old.heading} | {' '.join(old.paragraphs)} | {old.quote}"
    )
    made = copies.replaced(stored, copies.pairs(old, new))
    assert new.title in made
    assert new.paragraphs[3] in made
    assert old.title not in made
    assert old.quote not in made


def test_addresses_are_plain_ascii() -> None:
    path = calls.search_path("vēstules & iedzīvotāji", "full")
    assert path.isascii()
    assert unquote(path).endswith("q=vēstules & iedzīvotāji")
    assert "search=v%C4%93stule" in calls.stock_path("vēstule")


def test_the_sizes_grow_from_what_wagtail_searches_too() -> None:
    assert options.parse([]).sizes == [1_000, 10_000, 100_000]
    assert options.parse(["--items", "200", "--documents", "300"]).sizes == [200, 300]
    assert options.parse(["--items", "20000"]).sizes == [20_000, 100_000]
    with pytest.raises(SystemExit):
        options.parse(["--questions", "none"])


def test_a_walk_with_wrk_is_read() -> None:
    assert astuple(walking.from_wrk(WRK)) == (20.0, 3.1, 5, 9, 100.0)
    with pytest.raises(RuntimeError, match="2 of 40 requests"):
        walking.from_wrk(WRK.replace('"failures": 0', '"failures": 2'))
    with pytest.raises(RuntimeError, match="end"):
        walking.from_wrk("unable to connect")


def test_the_middle_of_walks() -> None:
    walks = [Walk(1, 9, 9, 9, 5), Walk(3, 7, 8, 9, 5), Walk(2, 8, 9, 10, 5)]
    assert walking.middle(walks) == Walk(2, 8, 9, 9, 5)


def test_rare_words_are_rarer_than_frequent_ones() -> None:
    def pages(texts: list[str]) -> float:
        """The share of pages that have the words, on average."""
        said = [
            set(index_text(" ".join(form for _, form in writing.write(n).words), "lv").split())
            for n in range(60)
        ]
        asked = [set(query_terms(text, "lv")[0]) for text in texts]
        return sum(bool(words & page) for words in asked for page in said) / len(asked) / len(said)

    frequent, rare = (make(60, 30) for make in (questions.frequent, questions.rare))
    assert pages(frequent) > 5 * pages(rare) > 0


def test_every_question_of_a_kind_has_a_slip() -> None:
    asked = questions.with_slips(1_000, 50)
    known = {form for forms in vocabulary.vocabulary() for form in forms}
    known |= set(map(fold, known))
    right = [text for text in asked if all(word in known for word in text.split())]
    # Without a letter, a word may be another one.
    assert len(asked) == 50
    assert len(right) < 10


def test_nothing_measured_is_reported_as_nothing() -> None:
    results = Results(options.parse([]), {"cores": 2})
    assert {judged.reached for judged in judge(results)} == {None}
    assert report.text(results).startswith("cores 2\n\n| target")


def test_slips_are_one_or_two_letters_from_the_word() -> None:
    chance = random.Random(5)
    for word in ("darbnīca", "inovācijas", "vēstule") * 20:
        assert DamerauLevenshtein.distance(word, spelling.slip(word, chance)) <= 2
