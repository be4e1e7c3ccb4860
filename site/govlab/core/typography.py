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
# What is typed, copied or submitted as it stands.
_VERBATIM = re.compile(r"<(/?)(?:code|kbd|option|pre|samp|var)\b", re.IGNORECASE)
_INLINE = re.compile(r"<(?:a|abbr|b|cite|code|em|i|kbd|mark|q|strong)\b", re.IGNORECASE)
# The space after a word of one or two letters, or after one of these: it belongs to the next word.
_SHORT_WORD = re.compile(
    r" (?=\S)(?:(?<=(?<![\w-])[^\W\d_] )|(?<=(?<![\w-])[^\W\d_]{2} )"
    r"|(?<=(?<![\w-])(?:bez|par|pēc|pie|the) ))",
    re.IGNORECASE,
)
# A number belongs to what it counts: "18 minutes", "2024. gada", "31 %".
_NUMBER = re.compile(r"(\d(?<![\w.,]\d)(?:[\d.,]*[\d.])?) (?=[^\W\d]|%|€)")
# The groups of a long number belong together: "45 345,50".
_GROUP = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
# A dash does not begin a line.
_DASH = re.compile(r" (?=[–—] )")


def with_no_breaks(text: str) -> str:
    """Return plain text with no-break spaces."""
    text = _NUMBER.sub(rf"\g<1>{NO_BREAK_SPACE}", _SHORT_WORD.sub(NO_BREAK_SPACE, text))
    return _DASH.sub(NO_BREAK_SPACE, _GROUP.sub(NO_BREAK_SPACE, text))


def html_with_no_breaks(html: str) -> str:
    """The same for the texts of HTML, also where the next word is a link or emphasised. Tags,
    their attributes, scripts and what is verbatim stay as they are."""
    parts = _MARKUP.split(html)
    verbatim = 0
    for at in range(0, len(parts), 2):
        if at and (tag := _VERBATIM.match(parts[at - 1])):
            verbatim = max(0, verbatim + (-1 if tag[1] else 1))
        text = parts[at]
        if not verbatim and text and not text.isspace():
            goes_on = text[-1] == " " and at + 1 < len(parts) and _INLINE.match(parts[at + 1])
            parts[at] = with_no_breaks(f"{text}x")[:-1] if goes_on else with_no_breaks(text)
    return "".join(parts)
