"""The request for the stretches of a text in which something was found.

The cluster says where; the marks are ours (`search.highlights`), so that they are on what was
found, in both engines alike, and never in the middle of a letter.
"""

from typing import Any

FRAGMENT = 180


def highlight(text: str, name: str, ways: list[str]) -> dict[str, Any]:
    """Of the field `name`; the first way is the field itself, the others are fields below it."""
    below = [f"{name}.{way}" for way in ways[1:]]
    return {
        "type": "unified",
        "pre_tags": [""],
        "post_tags": [""],
        "fields": {
            name: {
                "highlight_query": {"multi_match": {"query": text, "fields": [name, *below]}},
                "matched_fields": below,
                "number_of_fragments": 2,
                "fragment_size": FRAGMENT,
            }
        },
    }
