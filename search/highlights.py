"""Highlights that are safe HTML, whatever the content or the question holds.

The cluster marks matches with two characters of Unicode's private use area; the fragment is escaped
as a whole, and only then do they become elements.
"""

import html
from typing import Any

START, END = "\ue000", "\ue001"
FRAGMENT = 180


def highlight(text: str, names: list[str], ways: list[str]) -> dict[str, Any]:
    """The request: a text is marked wherever one of its ways of being matched finds a word.

    The first way is the text itself, the others are fields below it.
    """
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


def unmarked(text: str) -> str:
    """A text without the two characters, as it must be stored."""
    return text.replace(START, "").replace(END, "")


def to_html(fragment: str) -> str:
    """Escaped, with each marked stretch in one `<mark>`; stray marks are dropped."""
    before, *stretches = fragment.split(START)
    parts = [html.escape(unmarked(before))]
    for stretch in stretches:
        marked, end, after = stretch.partition(END)
        text = html.escape(unmarked(marked))
        parts.append(f"<mark>{text}</mark>" if end and text else text)
        parts.append(html.escape(unmarked(after)))
    return "".join(parts)
