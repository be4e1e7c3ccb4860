"""Rich text on the site: Wagtail renders all of it through `wagtailcore/shared/richtext.html`."""

from django import template

from govlab.delivery.safe_rich_text import safe_rich_text

register = template.Library()
register.filter("safe_rich_text", safe_rich_text)
