"""Template tags for what programs read in the head of a page."""

from collections.abc import Iterator

from django import template

from govlab.delivery.schemas.page import PageDocument
from govlab.website.feeds import links
from govlab.website.markdown.representation import NAME

register = template.Library()


@register.simple_tag(takes_context=True)
def feed_links(context: template.Context) -> Iterator[links.FeedLink]:
    """Return the feeds of the page, narrowed as the list that it shows."""
    form = context.get("filters")
    chosen = form.cleaned_data if form and form.is_valid() else {}
    return links.feed_links(context["page"], context["frame"], chosen)


@register.filter
def markdown_url(document: PageDocument) -> str:
    return f"{document.url}{NAME}"
