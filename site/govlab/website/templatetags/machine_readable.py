"""Template tags for what programs read in the head of a page."""

from typing import Any

from django import template

from govlab.delivery.schemas.page import PageDocument
from govlab.website import structured_data
from govlab.website.feeds.links import feed_links
from govlab.website.markdown.representation import NAME

register = template.Library()


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
        "structured_data": structured_data.script(page, frame),
    }
