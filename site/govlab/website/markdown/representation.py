"""`…/index.md`: a page as Markdown, with the document's metadata as YAML front matter."""

import json
from collections.abc import Iterator

from django.template.loader import render_to_string
from django.utils.translation import gettext

from govlab.delivery.api.root import api_root
from govlab.delivery.schemas.page import PageDocument, Provenance
from govlab.website.reader.content import read
from govlab.website.reader.parameters import parameters_of
from govlab.website.reader.representations import Rendered, Representation, Source

from .convert import to_markdown

NAME = "index.md"


def markdown(source: Source) -> Rendered:
    """Raises Http404 for a page of a list that does not exist."""
    document = source.document
    parameters = parameters_of(document, source.parameters)
    content = read(document, parameters, source.frame)
    context = content.context
    html = "".join(
        render_to_string(template, context)
        for template in (context["content_template"], "website/notices.html")
    )
    following = context.get("page_links", {}).get("next")
    body = "\n".join(
        [
            *("---", *_front_matter(document), "---", ""),
            to_markdown(html, document.url),
            *([f"[{gettext('Next')}]({document.url}{NAME}{following})\n"] if following else []),
        ]
    )
    return Rendered(body, content.state, content.seconds, parameters)


def _front_matter(document: PageDocument) -> Iterator[str]:
    """Yield lines of YAML, whose strings JSON's are."""
    site = document.url.removesuffix(document.path)
    by_machine = document.translation.provenance == Provenance.MACHINE
    values: dict[str, object] = {
        "title": document.title,
        "description": document.seo.description,
        "url": document.url,
        "lang": document.locale,
        "type": document.type,
        "published": document.published_at and document.published_at.isoformat(),
        "updated": document.updated_at.isoformat(),
        "sample": document.is_sample or None,
        "translation": document.translation.status.value,
        "translated_by": "machine" if by_machine else None,
        "document": f"{site}{api_root()}pages/{document.id}",
    }
    for name, value in values.items():
        if value not in (None, ""):
            yield f"{name}: {json.dumps(value, ensure_ascii=False)}"
    yield "translations:"
    for link in document.translations:
        yield f"  {link.locale}: {json.dumps(link.url + NAME)}"


MARKDOWN = Representation(NAME, "text/markdown; charset=utf-8", markdown, negotiated=True)
