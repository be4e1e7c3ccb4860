"""Template tags for documents and their parts, as the schemas of the contract have them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

from django import template
from django.template.defaultfilters import stringfilter
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from wagtail.blocks import BoundBlock

from govlab.core import cards
from govlab.core.anchors import aliases
from govlab.core.blocks import BodyBlock
from govlab.core.placeholders import marked
from govlab.core.schemas.blocks import BLOCK_SCHEMAS
from govlab.core.schemas.text import HeadingBlock
from govlab.delivery.documents.registry import type_named
from govlab.delivery.documents.resolver import Resolver
from govlab.delivery.schemas.block import BlockSchema
from govlab.delivery.schemas.images import Image, ImageSource
from govlab.delivery.schemas.links import PageLink, Term
from govlab.delivery.schemas.page import PageDocument

register = template.Library()

# The width of the file for browsers that choose none of the others.
_FALLBACK_WIDTH = 1280
_FOCUS_STEP = 25
# The contents of a page: its headings of this level, if there are as many.
_LISTED_LEVEL = 2
_FEWEST_LISTED = 3


@dataclass(frozen=True)
class RenderedBlock:
    block: BlockSchema
    template: str
    # The anchor of a heading in the page's own language if it differs, for existing links.
    alias: str


@register.filter
def rendered_blocks(body: list[BlockSchema]) -> Iterator[RenderedBlock]:
    headings = [block for block in body if isinstance(block, HeadingBlock)]
    found = aliases({heading.anchor: heading.text for heading in headings})
    templates = _templates()
    for block in body:
        anchor = block.anchor if isinstance(block, HeadingBlock) else ""
        yield RenderedBlock(block, templates[block.name], found.get(anchor, ""))


@register.filter
def contents(page: Any) -> list[HeadingBlock]:
    """Return the headings that a long page lists beside its text; none for a short page."""
    headings = [block for block in page.body if isinstance(block, HeadingBlock)]
    listed = [heading for heading in headings if heading.level == _LISTED_LEVEL and heading.anchor]
    return listed if len(listed) >= _FEWEST_LISTED else []


@register.simple_tag
def previewed_block(bound: BoundBlock) -> RenderedBlock | None:
    """Return the block of the editor's block picker as pages show it, None if that is nothing."""
    name = bound.block.name
    resolver = Resolver(get_language() or "", "", "")
    block = BLOCK_SCHEMAS[name].of("", bound.value, resolver)
    return RenderedBlock(block, _templates()[name], "") if block else None


def _templates() -> dict[str, str]:
    return {name: block.meta.template for name, block in BodyBlock().child_blocks.items()}


@register.simple_tag
def card(item: PageDocument, *, level: int = 2, template: str = "") -> SafeString:
    """Render the card of a document, which depends on nothing else of the context."""
    return cards.card(item, level=level, template=template or cards.TEMPLATE)


@register.filter
def card_template(document: PageDocument) -> str:
    """Return the template of the line above the title of a card; empty if it has none."""
    return type_named(document.type).card


@register.filter
def of_vocabulary(terms: Iterable[Term], name: str) -> list[Term]:
    return [term for term in terms if term.vocabulary == name]


@register.simple_tag(takes_context=True)
def shown_documents(context: template.Context, pages: Iterable[PageLink]) -> list[PageDocument]:
    """Return the documents of the linked pages, which the page's context has."""
    documents: dict[int, PageDocument] = context.get("documents") or {}
    return [documents[page.id] for page in pages if page.id in documents]


@register.simple_tag(takes_context=True)
def local(context: template.Context, url: str) -> str:
    """Return a URL of this site as a path, and one of the page itself as its fragment."""
    return _local(url, context.get("page"))


def _local(url: str, page: Any) -> str:
    own, site = _addresses(page)
    if own and url.startswith(f"{own}#"):
        return url.removeprefix(own)
    return url.removeprefix(site) if site and url.startswith(f"{site}/") else url


@register.simple_tag(takes_context=True)
def local_html(context: template.Context, html: str) -> SafeString:
    """Return rich text of a document with the URLs of this site as `local` has them."""
    own, site = _addresses(context.get("page"))
    if site:
        html = html.replace(f'="{own}#', '="#').replace(f'="{site}/', '="/')
    # Documents contain safe HTML only.
    return marked(mark_safe(html))  # noqa: S308


def _addresses(page: Any) -> tuple[str, str]:
    """Return the page's own URL, and the scheme and host of its site."""
    url = str(getattr(page, "url", ""))
    return url, url.removesuffix(page.path) if url else ""


@register.filter
@stringfilter
def extension(filename: str) -> str:
    return PurePosixPath(filename).suffix.removeprefix(".").upper()


@register.inclusion_tag("components/picture.html", takes_context=True)
def picture(
    context: template.Context,
    image: Image | None,
    sizes: str,
    *,
    alt: str | None = None,
    lazy: bool = False,
    first: bool = False,
) -> dict[str, Any]:
    """Render a picture in all formats. `alt` defaults to its own. The `first` one of a page is
    loaded before everything else."""
    if image is None or not image.srcset:
        return {"image": None}
    page = context.get("page")
    *others, (_, last) = [
        (media_type, list(sources))
        for media_type, sources in groupby(image.srcset, lambda source: source.media_type)
    ]
    fallback = min(last, key=lambda source: abs(source.width - _FALLBACK_WIDTH))
    return {
        "image": image,
        "sizes": sizes,
        "sources": [
            {"media_type": media_type, "srcset": _srcset(sources, page)}
            for media_type, sources in others
        ],
        "src": _local(fallback.url, page),
        "srcset": _srcset(last, page) if len(last) > 1 else "",
        "width": fallback.width,
        "height": fallback.height,
        "alt": image.alt if alt is None else alt,
        "lazy": lazy,
        "first": first,
        "focus": _focus(image),
    }


def _srcset(sources: list[ImageSource], page: Any) -> str:
    return ", ".join(f"{_local(source.url, page)} {source.width}w" for source in sources)


def _focus(image: Image) -> str:
    """Return the classes that keep the focal point in view where styles crop the picture."""
    if image.focal_point is None:
        return ""
    x, y = (
        round(part * 100 / _FOCUS_STEP) * _FOCUS_STEP
        for part in (image.focal_point.x, image.focal_point.y)
    )
    return f"focus-x-{x} focus-y-{y}"
