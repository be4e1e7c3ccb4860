"""The request for highlights: a text is marked wherever one of its ways of being matched hits."""

from typing import Any

from ..marks import END, START

FRAGMENT = 180


def highlight(text: str, names: list[str], ways: list[str]) -> dict[str, Any]:
    """The first way is the text itself, the others are fields below it."""
    return {
        "type": "unified",
        "pre_tags": [START],
        "post_tags": [END],
        "fields": {name: _field(text, name, ways[1:]) for name in names},
    }


def _field(text: str, name: str, others: list[str]) -> dict[str, Any]:
    matched = [f"{name}.{way}" for way in others]
    whole = name == "title"
    return {
        "highlight_query": {"multi_match": {"query": text, "fields": [name, *matched]}},
        "matched_fields": matched,
        "number_of_fragments": 0 if whole else 2,
        "fragment_size": FRAGMENT,
        "no_match_size": 0 if whole else FRAGMENT,
    }
