"""Escapes texts for Markdown (CommonMark with GitHub's tables): what would be read as markup where
it stands, and nothing else, so that people and models read the text as it was written."""

import re

# Ends and begins emphasis beside a word; within one or alone, an asterisk or underscore is a text.
_STARS = re.compile(r"(?<!\s)\*|\*(?!\s)")
_UNDERSCORES = re.compile(r"(?<![\w\s])_|_(?![\w\s])|(?<=\s)_(?=\w)|(?<=\w)_(?=\s)|^_|_$")
# Strikes out what stands before it; “~5” does not.
_TILDES = re.compile(r"(?<!\s)~|~(?=~)")
_INLINE = re.compile(r"[\\`\[]|<(?=[A-Za-z/!?])|&(?=#?\w+;)")
# At the beginning of a line: items of lists by number, headings, items and rules, quotes,
# underlines of headings, and rows of tables.
_LINE = re.compile(
    r"\s*(?:\d{1,9}(?=[.)](?:\s|$))|(?=#{1,6}(?:\s|$)|[-+](?:[\s|:-]|$)|>|=+$|\||:-))"
)


def escape(
    text: str, *, starts_line: bool = False, in_link: bool = False, in_cell: bool = False
) -> str:
    """Return the text, which has no line breaks, with backslashes where it needs them."""
    text = _INLINE.sub(r"\\\g<0>", text)
    for special in (_STARS, _UNDERSCORES):
        text = special.sub(lambda found: "\\" + found[0], text)
    text = _TILDES.sub(r"\\~", text)
    if in_link:
        text = text.replace("]", r"\]")
    if in_cell:
        text = text.replace("|", r"\|")
    if starts_line and (found := _LINE.match(text)):
        text = f"{found[0]}\\{text[found.end() :]}"
    return text
