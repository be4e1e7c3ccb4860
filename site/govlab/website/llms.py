"""`/llms.txt` (https://llmstxt.org): what is here for language models, in both languages.

Links lead to the Markdown of pages.
"""

import json
from collections.abc import Iterable, Iterator, Mapping

from django.conf import settings
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext, override

from govlab.delivery.api.root import api_root
from govlab.delivery.documents.batch import Batch, Row
from govlab.delivery.documents.queries import live_documents
from govlab.delivery.documents.registry import DocumentType, document_types
from govlab.delivery.site_address import absolute

from .markdown.escaping import escape
from .markdown.representation import NAME
from .reader.serving import from_the_log
from .templatetags.site_pages import language_name

MEDIA_TYPE = "text/markdown; charset=utf-8"
# Pages of one section: the whole is meant to be read at once, and the sitemap has everything.
LIMIT = 50


@from_the_log(MEDIA_TYPE)
def llms_txt() -> str:
    languages = [code for code, _ in settings.LANGUAGES]
    batch = Batch()
    for language in languages:
        pages = live_documents(locale=language).filter(collection="")
        batch.add(
            f"{language} pages",
            pages.order_by("tree_path")[:LIMIT],
            text=F("card_json"),
            order=["tree_path"],
        )
        for kind in _listed():
            batch.add(
                f"{language} {kind.name}",
                live_documents(kind.collection, locale=language).order_by(*kind.order())[:LIMIT],
                text=F("card_json"),
                order=kind.order(),
            )
    _, rows = batch.run()
    return "\n".join([*_head(), *(line for code in languages for line in _language(code, rows))])


def _listed() -> list[DocumentType]:
    return [kind for kind in document_types() if kind.collection]


def _head() -> Iterator[str]:
    names = []
    for code, _ in settings.LANGUAGES:
        with override(code):
            names.append(gettext("Innovation Laboratory"))
    yield f"# {' · '.join(names)}"
    yield ""
    for code, _ in settings.LANGUAGES:
        with override(code):
            about, how = _introduction()
        yield f"> {about}"
        yield ""
        yield how
        yield ""
    for name, path in (
        ("API", api_root()),
        ("OpenAPI", f"{api_root()}openapi.json"),
        ("Change feed", f"{api_root()}changes"),
        ("Sitemap", reverse("sitemap")),
    ):
        yield f"- [{name}]({absolute(path)})"
    yield ""


def _introduction() -> tuple[str, str]:
    """Return what the site is, and how to read it, in the active language."""
    about = gettext(
        "The innovation laboratory of the State Chancellery of Latvia: its methods, case studies "
        "with measured outcomes, and news."
    )
    how = gettext(
        "Each page is Markdown at its own address followed by index.md, or for requests with "
        "Accept: text/markdown. The same content is served as JSON by the API."
    )
    return about, how


def _language(code: str, rows: Mapping[str, list[Row]]) -> Iterator[str]:
    own = language_name(code)
    with override(code):
        sections = [(gettext("Pages"), rows[f"{code} pages"])]
        sections += [(str(kind.plural_label), rows[f"{code} {kind.name}"]) for kind in _listed()]
        for heading, found in sections:
            if found:
                yield f"## {own}: {heading}"
                yield ""
                yield from _links(found)
                yield ""


def _links(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        card = json.loads(row.text)
        summary = f": {escape(_line(card['summary']))}" if card["summary"] else ""
        yield f"- [{escape(_line(card['title']), in_link=True)}]({card['url']}{NAME}){summary}"


def _line(text: str) -> str:
    return " ".join(text.split())
