"""The request body for suggestions while a reader types."""

from typing import Any

from search.text.compounds import as_typed

from .analysis import PREFIX
from .hits import ONLY_IDS
from .mapping import COMPOUNDS


def suggest_request(text: str, locale: str, *, size: int) -> dict[str, Any]:
    """Return the request body for pages that have, for each word of the text, a word in title,
    terms or headings that starts with it."""
    spellings = [" ".join(words) for words in as_typed(text, locale)]
    return {
        "query": {
            "bool": {
                "must": {"bool": {"should": [_prefixes(way) for way in spellings or [""]]}},
                # Whole words, with their diacritics, before prefixes of others.
                "should": [
                    {"match": {"title": {"query": text, "boost": 3}}},
                    {"match": {"title.folded": {"query": text}}},
                ],
            }
        },
        "size": size,
        "track_total_hits": False,
        **ONLY_IDS,
    }


def _prefixes(text: str) -> dict[str, Any]:
    return {
        "multi_match": {
            "query": text,
            "type": "cross_fields",
            "operator": "and",
            "analyzer": f"{PREFIX}_search",
            "fields": [f"title.{PREFIX}^3", f"terms.{PREFIX}", f"headings.{PREFIX}", COMPOUNDS],
        }
    }
