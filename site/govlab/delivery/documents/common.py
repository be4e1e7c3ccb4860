"""Builds the fields that documents of all types have."""

from typing import Any

from wagtail.models import Page

from ..schemas.page import PageDocument, Seo
from .group import Group
from .resolver import Resolver
from .tree import PublicTree


def common_fields(
    schema: type[PageDocument], page: Page, group: Group, tree: PublicTree, resolver: Resolver
) -> dict[str, Any]:
    path, url = tree.location(page)
    described = schema.describe(page, resolver)
    return described | {
        # A page that is not saved yet has no id.
        "id": page.pk or 0,
        "locale": page.locale.language_code,
        "translation_key": page.translation_key,
        "title": page.title,
        "path": path,
        "url": url,
        "published_at": page.first_published_at,
        "breadcrumbs": resolver.links(tree.ancestors(page)),
        "translations": group.links,
        "translation": group.info(page),
        "terms": resolver.terms(schema.terms_of(page)),
        "seo": Seo(
            title=page.seo_title or page.title,
            description=page.search_description or described["summary"],
        ),
    }
