"""The analysis settings of Elasticsearch indices, by locale."""

from typing import Any

from search.text.dictionaries import FOLDED, TRUE

Settings = dict[str, Any]

LONGEST_PREFIX = 20
# Of the tokens of `search.text.tokens`, which all stand where their word does.
TOKENS = "tokens"
BETWEEN_TOKENS = "|"
# The subfields of every text, the most precise first.
EXACT = "exact"
HUNSPELL = "hunspell"
FOLDED_HUNSPELL = "folded_hunspell"
FOLDED_WORD = "folded"
STEM = "stem"
PREFIX = "prefix"

_FILTERS: Settings = {
    "latvian_stemmer": {"type": "stemmer", "language": "latvian"},
    "english_possessives": {"type": "stemmer", "language": "possessive_english"},
    "english_stemmer": {"type": "stemmer", "language": "english"},
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
_LATVIAN_DICTIONARIES: Settings = {
    "latvian_dictionary": {"type": "hunspell", "locale": TRUE, "dedup": True},
    "folded_latvian_dictionary": {"type": "hunspell", "locale": FOLDED, "dedup": True},
    "unique_at_position": {"type": "unique", "only_on_same_position": True},
}

# Folding comes after the Latvian stemmer, which undoes changes of letters with diacritics,
# and before the folded dictionary, which has none.
_ANALYZERS: dict[str, dict[str, list[str]]] = {
    "lv": {
        EXACT: ["lowercase"],
        FOLDED_WORD: ["lowercase", "asciifolding"],
        STEM: ["lowercase", "latvian_stemmer", "asciifolding"],
    },
    "en": {
        EXACT: ["lowercase"],
        FOLDED_WORD: ["english_possessives", "lowercase", "asciifolding"],
        STEM: ["english_possessives", "lowercase", "asciifolding", "english_stemmer"],
    },
}
LANGUAGES = tuple(_ANALYZERS)
_DICTIONARY_ANALYZERS: dict[str, dict[str, list[str]]] = {
    "lv": {
        HUNSPELL: ["lowercase", "latvian_dictionary", "unique_at_position"],
        FOLDED_HUNSPELL: [
            "lowercase",
            "asciifolding",
            "folded_latvian_dictionary",
            "unique_at_position",
        ],
    },
    "en": {},
}


def settings(locale: str, *, dictionaries: bool) -> Settings:
    """Return an index's `settings`, which do not use dictionaries unless the nodes have them."""
    filters = _FILTERS | (_LATVIAN_DICTIONARIES if dictionaries and locale == "lv" else {})
    analyzers = {
        name: {"type": "custom", "tokenizer": "standard", "filter": steps}
        for name, steps in analyzer_steps(locale, dictionaries=dictionaries).items()
    }
    analyzers[TOKENS] = {"type": "custom", "tokenizer": "words", "filter": ["tokens_of_word"]}
    return {"analysis": {"filter": filters, "tokenizer": _TOKENIZERS, "analyzer": analyzers}}


def analyzer_steps(locale: str, *, dictionaries: bool) -> dict[str, list[str]]:
    """Return the token filters of each analyzer, by its name."""
    folding = _ANALYZERS[locale][FOLDED_WORD]
    return (
        _ANALYZERS[locale]
        | (_DICTIONARY_ANALYZERS[locale] if dictionaries else {})
        | {
            PREFIX: [*folding, "prefixes"],
            f"{PREFIX}_search": [*folding, "longest_prefix"],
        }
    )


def text_fields(locale: str, *, dictionaries: bool) -> list[str]:
    """Return the subfields of a text to match, the most precise first."""
    with_dictionary = list(_DICTIONARY_ANALYZERS[locale]) if dictionaries else []
    return [EXACT, *with_dictionary, FOLDED_WORD, STEM]
