"""Template tags for what programs read in the head of a page."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from govlab.delivery.documents.registry import type_named
from govlab.delivery.schemas.page import PageDocument
from govlab.delivery.site_address import absolute
from govlab.website import structured_data
from govlab.website.feeds.links import feed_links
from govlab.website.link_pictures.address import path_of, subject_of
from govlab.website.link_pictures.drawing import HEIGHT, WIDTH
from govlab.website.markdown.representation import NAME

register = template.Library()


# As Open Graph wants them: with the territory.
_LOCALES = {"lv": "lv_LV", "en": "en_GB"}


@register.inclusion_tag("website/link_preview.html", takes_context=True)
def link_preview(context: template.Context) -> dict[str, Any]:
    """Render what other sites show of a link to the page (Open Graph)."""
    page = context.get("page")
    if not isinstance(page, PageDocument):
        return {}
    article = bool(type_named(page.type).collection)
    site = page.url.removesuffix(page.path)
    subject = subject_of(page.type, page.title, page.locale)
    return {
        "page": page,
        "article": article,
        "kind": "article" if article else "website",
        "locale": _LOCALES.get(page.locale, page.locale),
        "other_locales": [
            _LOCALES.get(link.locale, link.locale)
            for link in page.translations
            if link.id != page.id
        ],
        "picture": site + path_of(page.id, subject),
        "width": WIDTH,
        "height": HEIGHT,
    }


@register.inclusion_tag("website/alternates.html", takes_context=True)
def alternate_forms(context: template.Context) -> dict[str, Any]:
    """Render the links to the page's Markdown and feeds, and its structured data. The feeds are
    narrowed as the list that the page shows."""
    page, frame, form = context.get("page"), context.get("frame"), context.get("filters")
    if not isinstance(page, PageDocument) or frame is None:
        return {}
    chosen = form.cleaned_data if form and form.is_valid() else {}
    return {
        "markdown": f"{page.url}{NAME}",
        "feeds": feed_links(page, frame, chosen),
        "structured_data": structured_data.script(structured_data.of_page(page, frame)),
    }


@register.simple_tag(takes_context=True)
def site_structured_data(context: template.Context) -> SafeString:
    """Return the structured data of a view that is no page, such as search."""
    nodes = structured_data.of_site(absolute("/"), context["frame"])
    return structured_data.script(nodes)
