"""The request for suggestions while a reader types."""

from typing import Any

from ..lemmas import as_typed
from .analysis import PREFIX
from .mapping import COMPOUNDS


def suggest_request(text: str, locale: str, *, size: int) -> dict[str, Any]:
    """Pages whose title, terms or headings have a word beginning with each word that is typed."""
    ways = [" ".join(words) for words in as_typed(text, locale)]
    return {
        "query": {
            "bool": {
                "must": {"bool": {"should": [_beginning(way) for way in ways or [""]]}},
                # Whole words, with their marks, before beginnings of others.
                "should": [
                    {"match": {"title": {"query": text, "boost": 3}}},
                    {"match": {"title.folded": {"query": text}}},
                ],
            }
        },
        "size": size,
        "track_total_hits": False,
        "_source": ["page_id"],
    }


def _beginning(text: str) -> dict[str, Any]:
    return {
        "multi_match": {
            "query": text,
            "type": "cross_fields",
            "operator": "and",
            "analyzer": f"{PREFIX}_search",
            "fields": [f"title.{PREFIX}^3", f"terms.{PREFIX}", f"headings.{PREFIX}", COMPOUNDS],
        }
    }
