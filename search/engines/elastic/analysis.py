"""The analysis settings of Elasticsearch indices, by locale.

What is found is decided by the tokens of `search.text.tokens`; these analyzers are for phrases as
they were typed, and for suggestions.
"""

from typing import Any

Settings = dict[str, Any]

LONGEST_PREFIX = 20
# Of the tokens of `search.text.tokens`, which all stand where their word does.
TOKENS = "tokens"
BETWEEN_TOKENS = "|"
# Words with and without their diacritics, and the beginnings of words.
EXACT = "exact"
FOLDED_WORD = "folded"
PREFIX = "prefix"

_FILTERS: Settings = {
    "english_possessives": {"type": "stemmer", "language": "possessive_english"},
    "prefixes": {"type": "edge_ngram", "min_gram": 2, "max_gram": LONGEST_PREFIX},
    # A typed word may be longer than the stored prefixes.
    "longest_prefix": {"type": "truncate", "length": LONGEST_PREFIX},
    "tokens_of_word": {
        "type": "pattern_capture",
        "preserve_original": False,
        "patterns": [f"([^{BETWEEN_TOKENS}]+)"],
    },
}
# The tokens of a long compound would exceed the usual length of a word.
_TOKENIZERS: Settings = {"words": {"type": "whitespace", "max_token_length": 10_000}}
_FOLDING: dict[str, list[str]] = {
    "lv": ["lowercase", "asciifolding"],
    "en": ["english_possessives", "lowercase", "asciifolding"],
}
LANGUAGES = tuple(_FOLDING)


def settings(locale: str) -> Settings:
    """Return an index's `settings`."""
    folding = _FOLDING[locale]
    steps = {
        EXACT: ["lowercase"],
        FOLDED_WORD: folding,
        PREFIX: [*folding, "prefixes"],
        f"{PREFIX}_search": [*folding, "longest_prefix"],
    }
    analyzers = {
        name: {"type": "custom", "tokenizer": "standard", "filter": filters}
        for name, filters in steps.items()
    }
    analyzers[TOKENS] = {"type": "custom", "tokenizer": "words", "filter": ["tokens_of_word"]}
    return {"analysis": {"filter": _FILTERS, "tokenizer": _TOKENIZERS, "analyzer": analyzers}}
