"""The typography of public pages, which the layout applies to everything that it shows."""

from django import template
from django.template.base import NodeList, Parser, Token
from django.utils.safestring import SafeString, mark_safe

from govlab.core.typography import html_with_no_breaks

register = template.Library()


@register.tag
def no_breaks(parser: Parser, token: Token) -> "_NoBreaks":
    """Render HTML with no-break spaces, up to `endno_breaks`."""
    content = parser.parse(("endno_breaks",))
    parser.delete_first_token()
    return _NoBreaks(content)


class _NoBreaks(template.Node):
    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        # Rendered templates are safe, and spaces change nothing about that.
        return mark_safe(html_with_no_breaks(self.nodelist.render(context)))  # noqa: S308
