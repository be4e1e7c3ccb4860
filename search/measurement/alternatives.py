"""The analyses of Latvian that are compared: Elasticsearch's chains of filters, and ours."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from elasticsearch import BadRequestError, Elasticsearch

from search.text.dictionaries import FOLDED, TRUE
from search.text.tokens import index_text, query_terms

from .word_forms import Alternative

# Elasticsearch refuses more tokens than this in one request.
BATCH = 2_000
STEMMER = {"type": "stemmer", "language": "latvian"}
_UNIQUE = {"type": "unique", "only_on_same_position": True}
_DICTIONARY, _FOLDED_DICTIONARY = (
    {"type": "hunspell", "locale": name, "dedup": True} for name in (TRUE, FOLDED)
)
# Folding comes after the stemmer, which undoes changes of letters with diacritics, and before the
# folded dictionary, which has none.
STEMS = ["lowercase", STEMMER, "asciifolding"]
HUNSPELL = ["lowercase", _DICTIONARY, _UNIQUE]
FOLDED_HUNSPELL = ["lowercase", "asciifolding", _FOLDED_DICTIONARY, _UNIQUE]


def python_engine() -> Alternative:
    def index(words: Sequence[str]) -> list[set[str]]:
        return [set(index_text(word, "lv").split()) for word in words]

    def search(words: Sequence[str]) -> list[set[str]]:
        return [{token for group in query_terms(word, "lv") for token in group} for word in words]

    return Alternative("Python lemmas and stems", index, search)


def has_dictionaries(client: Elasticsearch) -> bool:
    """Whether the nodes have both Latvian dictionaries. Raises exceptions of the client."""
    for dictionary in (_DICTIONARY, _FOLDED_DICTIONARY):
        try:
            client.indices.analyze(tokenizer="standard", filter=[dictionary], text="iestade")
        except BadRequestError:
            return False
    return True


def elasticsearch_chains(client: Elasticsearch, *, dictionaries: bool) -> list[Alternative]:
    """What Elasticsearch itself can do; the index uses none of it."""
    chains: dict[str, list[list[Any]]] = {
        "stock `latvian` stemmer": [["lowercase", STEMMER]],
        "stemmer, then folding": [STEMS],
    }
    if dictionaries:
        chains |= {
            "hunspell": [HUNSPELL],
            "hunspell, then folding": [[*HUNSPELL, "asciifolding"]],
            "folded hunspell": [FOLDED_HUNSPELL],
            "hunspell and folded hunspell": [HUNSPELL, FOLDED_HUNSPELL],
            "all of these": [STEMS, HUNSPELL, FOLDED_HUNSPELL],
        }
    return [_chain(client, name, parts) for name, parts in chains.items()]


def _chain(client: Elasticsearch, name: str, chains: list[list[Any]]) -> Alternative:
    def analyze(words: Sequence[str]) -> list[set[str]]:
        found: list[set[str]] = [set() for _ in words]
        for number, chain in enumerate(chains):
            for start in range(0, len(words), BATCH):
                batch = list(words[start : start + BATCH])
                for position, token in _analyze(client, chain, batch):
                    found[start + position].add(f"{number} {token}")
        return found

    return Alternative(name, analyze, analyze)


def _analyze(client: Elasticsearch, chain: list[Any], words: list[str]) -> list[tuple[int, str]]:
    """Tokens with the place of the word that they come from."""
    response = client.indices.analyze(tokenizer="standard", filter=chain, text=words)
    # Texts of one request follow each other with one character between them.
    ends = list(accumulate(len(word) + 1 for word in words))
    return [
        (bisect_right(ends, token["start_offset"]), token["token"]) for token in response["tokens"]
    ]
