"""What is promised of Latvian holds on the list of pairs written by hand."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch

from search.measurement import alternatives
from search.measurement.alternatives import elasticsearch_chains, has_dictionaries, python_engine
from search.measurement.word_forms import Alternative, Pair, generated_pairs, measure, read_pairs

PAIRS = Path(__file__).parent / "resources" / "word_forms_lv.tsv"


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    return read_pairs(PAIRS)


def test_the_list_is_long_and_names_no_pair_twice(pairs: list[Pair]) -> None:
    assert len({(pair.indexed, pair.searched) for pair in pairs}) == len(pairs) > 1000
    assert all(pair.indexed != pair.searched for pair in pairs)


def test_python_lemmas(pairs: list[Pair]) -> None:
    measured = measure(python_engine(), pairs)
    assert measured.as_written >= 0.99
    assert measured.without_diacritics >= 0.99
    assert measured.precision >= 0.85


def test_python_lemmas_on_the_dictionarys_own_words() -> None:
    measured = measure(python_engine(), generated_pairs(1000))
    assert min(measured[1:3]) >= 0.995
    assert measured.precision >= 0.95


@pytest.mark.elasticsearch
def test_better_than_what_elasticsearch_has(
    pairs: list[Pair], cluster_client: Elasticsearch
) -> None:
    chains = {
        chain.name: measure(chain, pairs)
        for chain in elasticsearch_chains(cluster_client, dictionaries=True)
    }
    stock, together = chains["stock `latvian` stemmer"], chains["all of these"]
    ours = measure(python_engine(), pairs)
    assert ours.as_written > together.as_written >= 0.96 > stock.as_written
    assert ours.without_diacritics > together.without_diacritics >= 0.96 > stock.without_diacritics


@pytest.mark.elasticsearch
def test_dictionaries_are_there(
    cluster_client: Elasticsearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert has_dictionaries(cluster_client)
    monkeypatch.setitem(alternatives._FOLDED_DICTIONARY, "locale", "xx_XX")
    assert not has_dictionaries(cluster_client)


def letters(count: int) -> Alternative:
    def tokens(words: Sequence[str]) -> list[set[str]]:
        return [{word[:count]} for word in words]

    return Alternative("letters", tokens, tokens)


def test_recall_and_precision_are_what_they_say() -> None:
    pairs = [Pair("ā", "āb", "āc"), Pair("d", "de", "df"), Pair("d", "de", "dg")]
    assert measure(letters(1), pairs) == ("letters", 1.0, 2 / 3, 1.0)
    assert measure(letters(2), pairs) == ("letters", 0.0, 0.0, 1.0)
    assert measure(letters(0), pairs).precision == pytest.approx(8 / 20)
