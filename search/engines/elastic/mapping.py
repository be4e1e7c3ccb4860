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
# With offsets, so that highlighting needs no second analysis.
OFFSETS: Mapping = {"type": "text", "index_options": "offsets"}
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
# Increment it if entries must be reindexed, because fields were added or changed meaning.
VERSION = 8


def mappings(locale: str, *, dictionaries: bool) -> Mapping:
    return {
        "dynamic": "strict",
        # Not needed after indexing.
        "_source": {"excludes": ["lemmas.body", "lemmas.files", COMPOUNDS]},
        "_meta": {"locale": locale, "dictionaries": dictionaries, "version": VERSION},
        "properties": {
            "page_id": {"type": "long"},
            "sequence": {"type": "long"},
            "date": {"type": "date"},
            "has_files": {"type": "boolean"},
            "facets": {"properties": dict.fromkeys(facet_names(), KEYWORD)},
            # The tokens of search.text.tokens for each text.
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
