"""No-break spaces: where a line of Latvian or English text must not end.

Documents keep the texts as editors wrote them; pages show them so.
"""

import re

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

_TAG = re.compile(r"(<[^>]*>)")
# A word of one or two letters, or one of these, belongs to the next word.
_SHORT_WORD = re.compile(r"(?<![\w-])([^\W\d_]{1,2}|bez|par|pēc|pie|the) (?=\S)", re.IGNORECASE)
# A number belongs to what it counts: "18 minutes", "2024. gada", "31 %".
_NUMBER = re.compile(r"(?<![\w.,])(\d[\d.,]*) (?=[^\W\d]|%|€)")
# A dash does not begin a line.
_DASH = re.compile(r" (?=[–—] )")


def with_no_breaks(text: str) -> str:
    """Return plain text with no-break spaces."""
    for rule in (_SHORT_WORD, _NUMBER):
        text = rule.sub(rf"\g<1>{NO_BREAK_SPACE}", text)
    return _DASH.sub(NO_BREAK_SPACE, text)


def html_with_no_breaks(html: str) -> str:
    """The same for the texts of HTML; tags and their attributes stay as they are."""
    parts = _TAG.split(html)
    parts[::2] = [with_no_breaks(part) for part in parts[::2]]
    return "".join(parts)
