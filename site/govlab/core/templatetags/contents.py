"""The contents of a page whose headings stand in its template.

    {% listed_headings %}<section><h2>…</h2>…</section>{% endlisted_headings %}

lists the headings beside what it encloses, each with an anchor. Pages whose headings are blocks
alone have them in their document, and include `components/contents.html` itself.
"""

import re

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from govlab.core.anchors import numbered

register = template.Library()

_HEADING = re.compile(r"<h2(?: id=\"(?P<id>[^\"]*)\")?>(?P<html>.*?)</h2>", re.DOTALL)
# A page with fewer headings is short enough to be seen at once.
FEWEST = 3


@register.tag
def listed_headings(parser: Parser, token: Token) -> "_ListedHeadings":
    nodes = parser.parse(("endlisted_headings",))
    parser.delete_first_token()
    return _ListedHeadings(nodes)


class _ListedHeadings(template.Node):
    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        html: str = self.nodelist.render(context)
        taken = set(re.findall(r"\bid=\"([^\"]*)\"", html))
        headings: list[dict[str, str]] = []

        def with_anchor(found: re.Match[str]) -> str:
            anchor = found["id"] or numbered(slugify(strip_tags(found["html"])) or "part", taken)
            # Stays HTML: what stands in a heading was escaped there.
            text = mark_safe(strip_tags(found["html"]).strip())  # noqa: S308
            headings.append({"anchor": anchor, "text": text})
            return f'<h2 id="{anchor}">{found["html"]}</h2>'

        anchored = _HEADING.sub(with_anchor, html)
        if len(headings) < FEWEST:
            return mark_safe(anchored)  # noqa: S308  what the enclosed templates rendered
        listed = render_to_string("components/contents.html", {"headings": headings})
        return mark_safe(listed + anchored)  # noqa: S308
