"""Marks around what was found, and the way from them to safe HTML.

An engine marks matches with two characters of Unicode's private use area; the text is escaped as a
whole, and only then do they become elements.
"""

import html

START, END = "\ue000", "\ue001"


def unmarked(text: str) -> str:
    """A text without the two characters, as it must be stored."""
    return text.replace(START, "").replace(END, "")


def to_html(text: str) -> str:
    """Escaped, with each marked stretch in one `<mark>`; stray marks are dropped."""
    before, *stretches = text.split(START)
    parts = [html.escape(unmarked(before))]
    for stretch in stretches:
        marked, end, after = stretch.partition(END)
        inner = html.escape(unmarked(marked))
        parts.append(f"<mark>{inner}</mark>" if end and inner else inner)
        parts.append(html.escape(unmarked(after)))
    return "".join(parts)
