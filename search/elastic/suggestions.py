"""The request for suggestions while a reader types."""

from typing import Any

from .analysis import PREFIX

SUGGESTED = 8


def suggest_request(text: str, *, size: int = SUGGESTED) -> dict[str, Any]:
    """Pages whose title or terms have a word beginning with each word that is typed."""
    return {
        "query": {
            "bool": {
                "must": {
                    "multi_match": {
                        "query": text,
                        "type": "cross_fields",
                        "operator": "and",
                        "analyzer": f"{PREFIX}_search",
                        "fields": [f"title.{PREFIX}^3", f"terms.{PREFIX}", f"headings.{PREFIX}"],
                    }
                },
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
