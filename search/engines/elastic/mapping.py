"""The fields of an index entry. Anything else in an entry is refused, not guessed at."""

from typing import Any

from search.query.facets import facet_names

from . import analysis

Mapping = dict[str, Any]

TEXTS = ("title", "summary", "headings", "terms", "body")
# The texts whose words are suggested while typing.
SUGGESTED_BY = ("title", "terms", "headings")
# What in these may be written as one word, and so be typed: “wifi” where the title has “Wi-Fi”.
COMPOUNDS = "compounds"
KEYWORD: Mapping = {"type": "keyword"}
# Where each word stands, so that finding it in the text needs no second analysis.
OFFSETS: Mapping = {"type": "text", "index_options": "offsets"}
PREFIXES: Mapping = {
    "type": "text",
    "analyzer": analysis.PREFIX,
    "search_analyzer": f"{analysis.PREFIX}_search",
}
# A word's tokens are stored one after another, so positions would mean nothing.
LEMMAS: Mapping = {"type": "text", "analyzer": "whitespace", "index_options": "freqs"}
# Raised when entries must be indexed again: fields were added or mean something else.
VERSION = 4


def mappings(locale: str, *, dictionaries: bool) -> Mapping:
    return {
        "dynamic": "strict",
        # Nobody reads these again; a page like this one is found by the other lemmas.
        "_source": {"excludes": ["lemmas.body", COMPOUNDS]},
        "_meta": {"locale": locale, "dictionaries": dictionaries, "version": VERSION},
        "properties": {
            "page_id": {"type": "long"},
            "sequence": {"type": "long"},
            "date": {"type": "date"},
            "facets": {"properties": dict.fromkeys(facet_names(), KEYWORD)},
            # What search.text.tokens made of each text.
            "lemmas": {"properties": dict.fromkeys(TEXTS, LEMMAS)},
            COMPOUNDS: PREFIXES,
            **{name: _text(name, locale, dictionaries=dictionaries) for name in TEXTS},
        },
    }


def _text(name: str, locale: str, *, dictionaries: bool) -> Mapping:
    exact, *others = analysis.text_fields(locale, dictionaries=dictionaries)
    fields = {way: OFFSETS | {"analyzer": way} for way in others}
    if name in SUGGESTED_BY:
        fields[analysis.PREFIX] = PREFIXES
    return OFFSETS | {"analyzer": exact, "fields": fields}
