"""The text of a paragraph, with bold, italic, superscript and links, as rich text has them."""

import re
from html import escape

from bs4 import Tag
from bs4.element import PageElement

from govlab.delivery.safe_urls import safe_url

from .losses import Loss, Losses
from .nodes import (
    BLOCKS,
    EMBEDDED,
    IMAGES,
    SKIPPED,
    attribute,
    collapsed,
    has_class,
    is_hidden,
    style,
    text_of,
)

_UNCOLOURED = re.compile(
    r"(windowtext|black|auto|inherit|initial|currentcolor|transparent|none|white"
    r"|#0{3,6}|#f{3,6}|rgba?\(0, ?0, ?0.*\)|rgba?\(255, ?255, ?255.*\)|var\(.*\)|)$"
)
_FOOTNOTE = re.compile(r"#?_?(ftn|ftnt|edn|sdfootnote|sdendnote|footnote|fn)[\w-]*\d")
_FOOTNOTE_TARGET = re.compile(r"#_?(ftnref|ftnt_ref|ednref|sdfootnote\d+anc|fnref)")
_BOLD = re.compile(r"bold|bolder|[6-9]00")
_SPACE_BEFORE_BREAK = re.compile(r" *<br/> *")
_ONLY_BREAKS = re.compile(r"(?:<br/>| )+")


def paragraph(nodes: list[PageElement], losses: Losses) -> str:
    """Return the HTML of the nodes, without surrounding spaces; empty if there is no text."""
    html = "".join(inline(node, losses) for node in nodes)
    html = _SPACE_BEFORE_BREAK.sub("<br/>", re.sub(" {2,}", " ", html))
    html = html.removesuffix("<br/>").strip()
    return "" if _ONLY_BREAKS.fullmatch(html) else html


def plain(nodes: list[PageElement], losses: Losses) -> str:
    """Return the text without formatting, for headings and quotes."""
    html = paragraph(nodes, losses).replace("<br/>", " ")
    return _unescaped(re.sub(r"<[^>]*>", "", html))


def _unescaped(text: str) -> str:
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#x27;", "'")):
        text = text.replace(entity, character)
    return text.replace("&amp;", "&").strip()


def inline(node: PageElement, losses: Losses) -> str:
    if not isinstance(node, Tag):
        return escape(collapsed(text_of(node) or ""))
    if node.name in SKIPPED or is_hidden(node) or _is_list_marker(node):
        return ""
    if node.name in IMAGES:
        losses[Loss.IMAGE] += 1
        return ""
    if node.name in EMBEDDED:
        losses[Loss.EMBEDDED] += 1
        return ""
    if has_class(node, "MsoCommentReference", "CommentHighlight") or _is_comment(node):
        losses[Loss.COMMENT] += 1
        return ""
    if node.name == "br":
        return "<br/>"
    inner = "".join(inline(child, losses) for child in node.children)
    if node.name in BLOCKS:
        # As in a cell, whose paragraphs stand in one line.
        inner += " "
    _count_formatting(node, inner, losses)
    return _formatted(node, inner, losses) if inner.strip() else inner


def _formatted(node: Tag, inner: str, losses: Losses) -> str:
    declared = style(node)
    weight = declared.get("font-weight", "")
    # Google Docs wraps everything in <b style="font-weight:normal">.
    if _BOLD.match(weight) or (node.name in {"b", "strong"} and not weight):
        inner = _wrapped("b", inner)
    slant = declared.get("font-style", "")
    if slant in {"italic", "oblique"} or (node.name in {"i", "em", "cite"} and not slant):
        inner = _wrapped("i", inner)
    if node.name == "sup" or declared.get("vertical-align") == "super":
        inner = _wrapped("sup", inner)
    if node.name == "a":
        inner = _link(node, inner, losses)
    return inner


def _wrapped(tag: str, inner: str) -> str:
    """Spaces stay outside, and no tag is nested in itself."""
    text = inner.strip(" ")
    if not text or f"<{tag}>" in text:
        return inner
    before = inner[: len(inner) - len(inner.lstrip(" "))]
    after = inner[len(inner.rstrip(" ")) :]
    return f"{before}<{tag}>{text}</{tag}>{after}"


def _link(node: Tag, inner: str, losses: Losses) -> str:
    href = attribute(node, "href").strip()
    if _FOOTNOTE_TARGET.match(href):
        return inner
    if _FOOTNOTE.match(href):
        losses[Loss.FOOTNOTE] += 1
        return inner if "<sup>" in inner else _wrapped("sup", inner)
    # Anchors of the source have no counterpart here.
    if not href or href.startswith("#") or "<a " in inner:
        return inner
    address = safe_url(href)
    if not address:
        losses[Loss.LINK] += 1
        return inner
    return f'<a href="{escape(address)}">{inner.strip()}</a>' + (" " if inner.endswith(" ") else "")


def _count_formatting(node: Tag, inner: str, losses: Losses) -> None:
    if not inner.strip():
        return
    declared = style(node)
    colours = [declared.get(name, "") for name in ("color", "background", "background-color")]
    colours.append(attribute(node, "color").lower())
    if node.name == "mark" or any(not _UNCOLOURED.match(colour) for colour in colours):
        losses[Loss.COLOUR] += node.name != "a"
    decoration = f"{declared.get('text-decoration', '')} {declared.get('text-decoration-line', '')}"
    underlined = "underline" in decoration or "line-through" in decoration
    if (node.name in {"u", "s", "strike", "del", "ins"} or underlined) and not _in_link(node):
        losses[Loss.UNDERLINE] += 1
    if node.name == "sub" or declared.get("vertical-align") == "sub":
        losses[Loss.SUBSCRIPT] += 1


def _in_link(node: Tag) -> bool:
    """Links are underlined in every product."""
    return node.name == "a" or node.find_parent("a") is not None or node.find("a") is not None


def _is_list_marker(node: Tag) -> bool:
    return style(node).get("mso-list") == "ignore"


def _is_comment(node: Tag) -> bool:
    return "mso-comment-reference" in style(node)
