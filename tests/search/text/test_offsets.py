"""What stored offsets give is what tokenising the text finds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.query.expansion import concepts, tokens
from search.text.document_texts import BETWEEN_FILES
from search.text.highlights import MARK, Wanted, excerpt, file_excerpt, found_at, found_in
from search.text.normalisation import normalised
from search.text.offsets import (
    Offsets,
    Span,
    file_offsets_of,
    first_in_files,
    offsets_of,
    spans,
    within,
)

SAID = (
    "Iestāde iestādēm vēstuļu darbs wifi Wi fi wi-fi WI_FI covid 19 COVID-19 12 500 12.500 2019. "
    "gada un no e pasts e-pasts it's citizens' letters x\u0304 ē 가 test’s a b c 5 km decembris "
    "\ufb01lma \uff76\uff9e 7 +371 67 123 456 info@govlab.lv https://govlab.lv 5% € m² organise "
    "organize cyber multi part co security Dec."
)
WORDS = st.sampled_from(SAID.split())
BETWEEN = st.sampled_from([" ", " ", " ", "-", ".", ". ", ", ", " · ", "\u00a0", "_", "/", " ("])
TEXTS = st.lists(st.tuples(WORDS, BETWEEN).map("".join), max_size=14).map("".join)
QUERIES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)


def read(stored: dict[str, str]) -> Offsets:
    """As `read_numbers` does with what the database has of some tokens."""
    return {token: list(map(int, numbers.split())) for token, numbers in stored.items()}


def wanted(asked: str, locale: str = "lv") -> Wanted:
    return Wanted(tokens(concepts(asked, locale)))


# The first example loads the dictionaries.
@settings(deadline=None, max_examples=300)
@given(TEXTS, TEXTS, QUERIES, st.sampled_from(["lv", "en"]))
def test_the_same_as_by_tokenising(first: str, second: str, asked: str, locale: str) -> None:
    title, rest = normalised(first), normalised(second)
    offsets, tokens = read(offsets_of(f"{title}\n{rest}", locale)), wanted(asked, locale).tokens
    found = spans(offsets, tokens)
    end = len(title) + 1
    for part, start in ((title, 0), (rest, end)):
        in_part = found_in(part, wanted(asked, locale), locale).spans
        assert within(found, start, start + len(part)) == list(in_part)


def test_what_is_stored() -> None:
    stored = offsets_of("Wi-Fi\nCits wifi.", "en")
    assert stored["cwifi"] == "0 5"
    assert stored["wwifi"] == "11 15"
    assert stored["wcits"] == "6 10"
    assert spans(read(stored), ["cwifi", "wwifi", "wnone"]) == [Span(0, 5), Span(11, 15)]


FILES = BETWEEN_FILES.join(("Pirmais\nNav nekā.", "Otrais\nVārdi, vēstule, pilnvara, vēstules."))


def test_files_have_the_first_place_of_each_token() -> None:
    offsets = read(file_offsets_of(FILES, "lv"))
    assert first_in_files(offsets, [wanted("vēstule").tokens]) == {1: {0: 7}}
    words = [wanted("pilnvara").tokens, wanted("nav").tokens]
    assert first_in_files(offsets, words) == {0: {1: 0}, 1: {0: 16}}
    # A title is no part of the text.
    assert first_in_files(offsets, [wanted("otrais").tokens]) == {}
    assert file_offsets_of("", "lv") == {}


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        (
            "pilnvaras vēstule",
            "Vārdi, <mark>vēstule</mark>, <mark>pilnvara</mark>, <mark>vēstules</mark>.",
        ),
        ("cits", None),
    ],
)
def test_an_excerpt_of_a_file(asked: str, shown: str | None) -> None:
    found = file_excerpt(FILES, read(file_offsets_of(FILES, "lv")), wanted(asked), "lv")
    assert found == (("Otrais", shown) if shown else None)


@settings(deadline=None)
@given(TEXTS, QUERIES)
def test_an_excerpt_of_a_file_is_that_of_its_text(written: str, asked: str) -> None:
    """As far as words are not cut."""
    text = normalised(written)
    found = file_excerpt(
        f"Fails\n{text}", read(file_offsets_of(f"Fails\n{text}", "lv")), wanted(asked), "lv"
    )
    whole = excerpt(text, found_in(text, wanted(asked), "lv"))
    assert (found is not None) is (MARK in whole)
    if found and len(text) <= 100:
        assert found == ("Fails", whole)


def test_nothing_found_is_the_beginning() -> None:
    assert excerpt("Cits teksts", found_at([])) == "Cits teksts"
