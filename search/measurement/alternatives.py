"""The analyses of Latvian that are compared: Elasticsearch's chains of filters, and ours."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from elasticsearch import Elasticsearch

from search.engines.elastic import analysis
from search.text.tokens import index_text, query_terms

from .word_forms import Alternative

# Elasticsearch refuses more tokens than this in one request.
BATCH = 2_000
STEMMER = {"type": "stemmer", "language": "latvian"}


def python_engine() -> Alternative:
    def index(words: Sequence[str]) -> list[set[str]]:
        return [set(index_text(word, "lv").split()) for word in words]

    def search(words: Sequence[str]) -> list[set[str]]:
        return [{token for group in query_terms(word, "lv") for token in group} for word in words]

    return Alternative("Python lemmas and stems", index, search)


def elasticsearch_chains(client: Elasticsearch, *, dictionaries: bool) -> list[Alternative]:
    filters = analysis.settings("lv", dictionaries=dictionaries)["analysis"]["filter"]
    steps = analysis.analyzer_steps("lv", dictionaries=dictionaries)
    fields = analysis.text_fields("lv", dictionaries=dictionaries)
    chains: dict[str, list[list[Any]]] = {
        "stock `latvian` stemmer": [["lowercase", STEMMER]],
        "stemmer, then folding": [steps[analysis.STEM]],
    }
    if dictionaries:
        true, folded = steps[analysis.HUNSPELL], steps[analysis.FOLDED_HUNSPELL]
        chains |= {
            "hunspell": [true],
            "hunspell, then folding": [[*true, "asciifolding"]],
            "folded hunspell": [folded],
            "hunspell and folded hunspell": [true, folded],
        }
    chains["all fields of the index"] = [steps[name] for name in fields]
    return [
        _chain(client, name, [_defined(chain, filters) for chain in parts])
        for name, parts in chains.items()
    ]


def together(name: str, *alternatives: Alternative) -> Alternative:
    """What any of them finds."""

    def merged(parts: Sequence[list[set[str]]]) -> list[set[str]]:
        return [
            {f"{number} {token}" for number, tokens in enumerate(row) for token in tokens}
            for row in zip(*parts, strict=True)
        ]

    return Alternative(
        name,
        lambda words: merged([alternative.index(words) for alternative in alternatives]),
        lambda words: merged([alternative.search(words) for alternative in alternatives]),
    )


def _defined(chain: Sequence[Any], filters: dict[str, Any]) -> list[Any]:
    return [filters.get(step, step) if isinstance(step, str) else step for step in chain]


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
