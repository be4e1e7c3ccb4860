"""Stored rich text to HTML that is complete by itself.

Links become absolute addresses in the document's language. A link to a page or file that is not
public is taken away and its words stay, so that nothing leads to what was withdrawn.
"""

import re
from collections.abc import Callable
from html import unescape

from django.utils.html import escape
from wagtail.documents import get_document_model
from wagtail.rich_text.rewriters import EmbedRewriter, LinkRewriter, MultiRuleRewriter

from ..safe_rich_text import linked_id, safe_rich_text
from ..schemas.resolver import ReferenceResolver

Attributes = dict[str, str]

# What a rule leaves for a link that leads nowhere; links do not nest, so the next end tag is its.
DEAD = "<a data-dead>"
# Of a path or an anchor, which editors may type.
_TYPED_LINK = re.compile(r'(?<=\bhref=")[/#][^"]*')
_DEAD_LINK = re.compile(rf"{DEAD}(.*?)</a>", re.DOTALL)


def expand(source: str, resolver: ReferenceResolver) -> str:
    rewriter = MultiRuleRewriter(
        [
            LinkRewriter(bulk_rules={"page": _pages(resolver), "document": _files(resolver)}),
            EmbedRewriter(),
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
        files = [resolver.file(found.get(number), "") for number in numbers]
        return [_opening(file.url if file else None) for file in files]

    return rule


def _opening(url: str | None) -> str:
    return f'<a href="{escape(url)}">' if url else DEAD
