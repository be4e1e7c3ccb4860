"""The fields that documents of every page type have."""

from typing import Any

from wagtail.models import Page

from govlab.core.anchors import place_anchors

from ..blocks import BLOCK_SHAPES, BlockShape
from ..schema.page import Seo
from .group import Group
from .registry import document_type
from .resolver import Resolver
from .tree import PublicTree


def common_fields(page: Any, group: Group, tree: PublicTree, resolver: Resolver) -> dict[str, Any]:
    path, url = tree.location(page)
    place_anchors(page, group.info(page).source_locale)
    kind = document_type(type(page))
    return {
        "id": page.pk,
        "locale": page.locale.language_code,
        "translation_key": page.translation_key,
        "title": page.title,
        "summary": page.summary,
        "path": path,
        "url": url,
        "published_at": page.first_published_at,
        "image": resolver.image(page.listing_image, page.listing_image_alt),
        "is_sample": page.is_sample,
        "breadcrumbs": resolver.links(_above(page, tree)),
        "translations": group.links,
        "translation": group.info(page),
        "terms": resolver.terms(kind.schema.terms_of(page) if kind else []),
        "seo": Seo(
            title=page.seo_title or page.title,
            description=page.search_description or page.summary,
        ),
        "body": body_shapes(page.body, resolver),
    }


def body_shapes(stream: Any, resolver: Resolver) -> list[BlockShape]:
    """What is public of each block, in order."""
    shapes = (
        BLOCK_SHAPES[child.block_type].of(child.id or "", child.value, resolver) for child in stream
    )
    return [shape for shape in shapes if shape]


def _above(page: Page, tree: PublicTree) -> list[Page]:
    """The page's ancestors from its site's root down."""
    root = tree.root_of(page)
    if root is None:
        return []
    ends = range(len(root.path), len(page.path), Page.steplen)
    return list(Page.objects.filter(path__in=[page.path[:end] for end in ends]).order_by("path"))
