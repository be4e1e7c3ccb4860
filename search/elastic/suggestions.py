"""Requests beside the search itself: suggestions while typing, and pages like a page."""

from typing import Any

from .analysis import PREFIX

SUGGESTED = 8
RELATED = 4


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


def related_request(
    index: str,
    identity: str,
    *,
    size: int = RELATED,
) -> dict[str, Any]:
    """Pages that share telling words with one, which is never among them."""
    return {
        "query": {
            "bool": {
                "must": {
                    "more_like_this": {
                        "fields": [
                            "lemmas.title",
                            "lemmas.terms",
                            "lemmas.headings",
                            "lemmas.summary",
                        ],
                        "like": [{"_index": index, "_id": identity}],
                        "min_term_freq": 1,
                        "min_doc_freq": 2,
                        "max_query_terms": 25,
                        "minimum_should_match": "20%",
                    }
                },
            }
        },
        "size": size,
        "track_total_hits": False,
        "_source": ["page_id"],
    }
