"""Expands stored rich text to self-contained HTML.

Links get absolute URLs in the document's language. A link to a page or file that is not public is
replaced with its text. A picture becomes an `img` with all its widths, a video a link, since the
player is up to the client.
"""

import re
from collections.abc import Callable
from html import unescape

from django.utils.html import escape, format_html
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.rich_text.rewriters import EmbedRewriter, LinkRewriter, MultiRuleRewriter

from ..safe_rich_text import linked_id, safe_rich_text
from ..safe_urls import safe_url
from ..schemas.images import Image
from ..schemas.resolver import ReferenceResolver

Attributes = dict[str, str]

# The opening tag of a link without a public target. Links do not nest, so the next end tag is its.
DEAD = "<a data-dead>"
# A path or fragment that an editor entered.
_TYPED_LINK = re.compile(r'(?<=\bhref=")[/#][^"]*')
_DEAD_LINK = re.compile(rf"{DEAD}(.*?)</a>", re.DOTALL)


def expand(source: str, resolver: ReferenceResolver) -> str:
    rewriter = MultiRuleRewriter(
        [
            LinkRewriter(bulk_rules={"page": _pages(resolver), "document": _files(resolver)}),
            EmbedRewriter({"media": _media}, bulk_rules={"image": _pictures(resolver)}),
        ]
    )
    html = rewriter(safe_rich_text(source)).replace("<a>", DEAD)
    return _DEAD_LINK.sub(r"\1", _TYPED_LINK.sub(_absolute(resolver), html))


def _absolute(resolver: ReferenceResolver) -> Callable[[re.Match[str]], str]:
    return lambda found: escape(resolver.absolute(unescape(found[0])))


def _pages(resolver: ReferenceResolver) -> Callable[[list[Attributes]], list[str]]:
    def rule(tags: list[Attributes]) -> list[str]:
        numbers = [linked_id(tag) for tag in tags]
        urls = resolver.urls([number for number in numbers if number])
        return [_opening(urls.get(number)) for number in numbers]

    return rule


def _files(resolver: ReferenceResolver) -> Callable[[list[Attributes]], list[str]]:
    def rule(tags: list[Attributes]) -> list[str]:
        numbers = [linked_id(tag) for tag in tags]
        found = (
            get_document_model()
            .objects.select_related("collection")
            .in_bulk([number for number in numbers if number])
        )
        files = [resolver.linked_file(found.get(number)) for number in numbers]
        return [_opening(file.url if file else None) for file in files]

    return rule


def _pictures(resolver: ReferenceResolver) -> Callable[[list[Attributes]], list[str]]:
    def rule(tags: list[Attributes]) -> list[str]:
        numbers = [linked_id(tag) for tag in tags]
        found = get_image_model().objects.in_bulk([number for number in numbers if number])
        pictures = [
            resolver.image(found.get(number), tag.get("alt", ""))
            for tag, number in zip(tags, numbers, strict=True)
        ]
        return [_img(picture) if picture else "" for picture in pictures]

    return rule


def _img(picture: Image) -> str:
    """In the format that every reader shows: the last one."""
    widest = picture.srcset[-1]
    sources = [source for source in picture.srcset if source.media_type == widest.media_type]
    return str(
        format_html(
            '<img src="{}" srcset="{}" alt="{}" width="{}" height="{}">',
            widest.url,
            ", ".join(f"{source.url} {source.width}w" for source in sources),
            picture.alt,
            widest.width,
            widest.height,
        )
    )


def _media(attributes: Attributes) -> str:
    url = safe_url(attributes.get("url"))
    return str(format_html('<a href="{}">{}</a>', url, url)) if url else ""


def _opening(url: str | None) -> str:
    return f'<a href="{escape(url)}">' if url else DEAD
