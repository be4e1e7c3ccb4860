"""The mapping of index entries, which is strict."""

from typing import Any

from search.query.facets import facet_names

from . import analysis

Mapping = dict[str, Any]

TEXTS = ("title", "summary", "headings", "terms", "body", "files")
# The texts whose words are suggested while typing.
SUGGESTED_BY = ("title", "terms", "headings")
# Compounds of these texts in one word: “wifi” for “Wi-Fi”.
COMPOUNDS = "compounds"
KEYWORD: Mapping = {"type": "keyword"}
# The values of all facets, each after the name of its facet, to count all at once.
FACET_VALUES = "facet_values"
PREFIXES: Mapping = {
    "type": "text",
    "analyzer": analysis.PREFIX,
    "search_analyzer": f"{analysis.PREFIX}_search",
}
# With positions, for words side by side.
LEMMAS: Mapping = {
    "type": "text",
    "analyzer": analysis.TOKENS,
    "search_analyzer": "keyword",
    "index_options": "positions",
}
# What all texts have, only to match: one condition for a word instead of one for each text.
ANY_TEXT = "lemmas.any"
IN_ANY_TEXT: Mapping = {
    "type": "text",
    "analyzer": analysis.TOKENS,
    "search_analyzer": "keyword",
    "index_options": "docs",
    "norms": False,
}
# Increment it if entries must be reindexed, because fields were added or changed meaning.
VERSION = 16


def mappings(locale: str) -> Mapping:
    return {
        "dynamic": "strict",
        # Entries are built from the log, never from each other, so the rest is not kept.
        "_source": {"includes": ["page_id", "sequence"]},
        "_meta": {"locale": locale, "version": VERSION},
        "properties": {
            "page_id": {"type": "long"},
            "sequence": {"type": "long"},
            "date": {"type": "date"},
            "facets": {"properties": dict.fromkeys(facet_names(), KEYWORD)},
            FACET_VALUES: KEYWORD,
            # The tokens of search.text.tokens for each text.
            "lemmas": {
                "properties": {
                    **dict.fromkeys(TEXTS, LEMMAS | {"copy_to": ANY_TEXT}),
                    ANY_TEXT.partition(".")[2]: IN_ANY_TEXT,
                }
            },
            COMPOUNDS: PREFIXES,
            **{name: _text(name) for name in TEXTS},
        },
    }


def _text(name: str) -> Mapping:
    """A text for phrases; titles and what else is suggested, without diacritics and by prefixes."""
    fields: Mapping = {}
    if name in SUGGESTED_BY:
        fields[analysis.PREFIX] = PREFIXES
    if name == "title":
        fields[analysis.FOLDED_WORD] = {"type": "text", "analyzer": analysis.FOLDED_WORD}
    return {"type": "text", "analyzer": analysis.EXACT, "fields": fields}
