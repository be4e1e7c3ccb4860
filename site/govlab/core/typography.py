"""No-break spaces: where a line of Latvian or English text must not end.

Documents keep the texts as editors wrote them; the layout of public pages shows them so, whatever
template they come from.
"""

import re

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

# Comments, elements whose content is no markup, and tags, whose attributes may contain ">".
_MARKUP = re.compile(
    r"(<!--.*?-->"
    r"|<(?:script|style|textarea|title)\b.*?</(?:script|style|textarea|title)\s*>"
    r"|<[!/a-z](?:[^\"'>]|\"[^\"]*\"|'[^']*')*+>)",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)", re.IGNORECASE)
# What is typed, copied or submitted as it stands.
_VERBATIM = frozenset(("code", "kbd", "option", "pre", "samp", "var"))
_INLINE = frozenset(("a", "abbr", "b", "cite", "code", "em", "i", "kbd", "mark", "q", "strong"))
# A word of one or two letters, or one of these, belongs to the next word.
_SHORT_WORD = re.compile(r"(?<![\w-])([^\W\d_]{1,2}|bez|par|pēc|pie|the) (?=\S)", re.IGNORECASE)
# A number belongs to what it counts: "18 minutes", "2024. gada", "31 %".
_NUMBER = re.compile(r"(?<![\w.,])(\d(?:[\d.,]*[\d.])?) (?=[^\W\d]|%|€)")
# A dash does not begin a line.
_DASH = re.compile(r" (?=[–—] )")


def with_no_breaks(text: str) -> str:
    """Return plain text with no-break spaces."""
    for rule in (_SHORT_WORD, _NUMBER):
        text = rule.sub(rf"\g<1>{NO_BREAK_SPACE}", text)
    return _DASH.sub(NO_BREAK_SPACE, text)


def html_with_no_breaks(html: str) -> str:
    """The same for the texts of HTML, also where the next word is a link or emphasised. Tags,
    their attributes, scripts and what is verbatim stay as they are."""
    parts = _MARKUP.split(html)
    verbatim = 0
    for at in range(0, len(parts), 2):
        if at:
            verbatim = max(0, verbatim + _opens(parts[at - 1]))
        if not verbatim:
            follows = "x" if _is_inline(parts[at + 1 : at + 2]) else ""
            parts[at] = with_no_breaks(parts[at] + follows).removesuffix(follows)
    return "".join(parts)


def _opens(markup: str) -> int:
    """Return 1 for the start of a verbatim element, -1 for its end."""
    tag = _TAG.match(markup)
    if tag is None or tag[2].lower() not in _VERBATIM:
        return 0
    return -1 if tag[1] else 1


def _is_inline(following: list[str]) -> bool:
    """Return whether the text goes on within an element of the same line."""
    tag = _TAG.match(following[0]) if following else None
    return tag is not None and not tag[1] and tag[2].lower() in _INLINE
