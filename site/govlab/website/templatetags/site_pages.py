"""Template tags of the base layout: navigation and language alternates."""

from dataclasses import dataclass

from django import template
from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language, get_language_info, override

from govlab.core.language_names import own_language_name
from govlab.core.schemas.page import BasePageDocument
from govlab.delivery.schemas.links import PageLink
from govlab.delivery.schemas.page import PageDocument, TranslationLink
from govlab.delivery.site_address import absolute
from govlab.website.reader import frame as frames

register = template.Library()

# A motif of nine stitches, and what separates it from the next one.
MOTIF_STITCHES = 12


@dataclass(frozen=True)
class OtherLanguage:
    code: str
    url: str
    # False if the page does not exist in that language, so the link points to its front page.
    translated: bool


@register.simple_tag(takes_context=True)
def site_frame(context: template.Context) -> frames.Frame:
    """Return the front pages and menus, which a view that is no page reads once."""
    if not context.get("frame"):
        context.dicts[0]["frame"] = frames.load(get_language() or settings.LANGUAGE_CODE)
    frame: frames.Frame = context["frame"]
    return frame


def _document(context: template.Context) -> PageDocument | None:
    page = context.get("page")
    return page if isinstance(page, PageDocument) else None


@register.simple_tag(takes_context=True)
def menu_state(context: template.Context, item: PageLink) -> str:
    """Return `aria-current` of a page in the menu; empty if it neither is nor contains this one."""
    document = _document(context)
    if document is None:
        return ""
    if document.id == item.id:
        return "page"
    return "true" if any(crumb.id == item.id for crumb in document.breadcrumbs) else ""


@register.simple_tag(takes_context=True)
def belt_motifs(context: template.Context) -> list[str]:
    """Return the motifs of the page's own belt, in order; empty if it has the site's."""
    document = _document(context)
    if not isinstance(document, BasePageDocument):
        return []
    shown = context.get("documents") or {}
    found = [shown[pk] for pk in document.belt_pages() if pk in shown]
    return [motif for item in found if (motif := item.motif())]


@register.filter
def belt_width(motifs: list[str]) -> int:
    """Return the width of one period of a belt, in stitches."""
    return len(motifs) * MOTIF_STITCHES


@register.filter
def belt_place(number: int) -> int:
    """Return where the motif with the number begins, in stitches."""
    return number * MOTIF_STITCHES


@register.simple_tag(takes_context=True)
def other_languages(context: template.Context) -> list[OtherLanguage]:
    """Return, for each other language, the same view of the page, or else the front page. Languages
    without a public front page are omitted."""
    homes, current = site_frame(context).homes, get_language()
    others = [code for code, _ in settings.LANGUAGES if code != current and code in homes]
    document = _document(context)
    if document is None:
        return [_other_view(context, code) for code in others]
    found, queries = _translations(document), context.get("queries_elsewhere") or {}
    return [
        OtherLanguage(code, f"{found[code].path}{queries.get(code, '')}", translated=True)
        if code in found
        else OtherLanguage(code, homes[code].path, translated=False)
        for code in others
    ]


def _translations(document: PageDocument) -> dict[str, TranslationLink]:
    return {link.locale: link for link in document.translations}


def _other_view(context: template.Context, code: str) -> OtherLanguage:
    """What is no page, such as a 404, is not untranslated, even if only the front page is left."""
    return OtherLanguage(code, _path_in(context, code) or f"/{code}/", translated=True)


def _path_in(context: template.Context, code: str) -> str | None:
    """Return path and query of the current view, such as search, in a language.

    Returns None for 404 pages and for URLs that are the same in every language. The path is
    reversed from the view's name, because the requested path may be another host (`//host`). A
    view's `shared_query` has the part of its query that is valid in every language.
    """
    request = context.get("request")
    match = request.resolver_match if request else None
    if request is None or match is None or match.func.__module__.startswith("wagtail"):
        return None
    with override(code):
        try:
            path = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
        except NoReverseMatch:
            return None
    if not path.startswith(f"/{code}/"):
        return None
    query = context.get("shared_query", request.META.get("QUERY_STRING", ""))
    return f"{path}?{query}" if query else path


@register.simple_tag(takes_context=True)
def alternates(context: template.Context) -> dict[str, str]:
    """Language code → absolute URL, with `x-default` for the original language."""
    document = _document(context)
    if document is None:
        paths = {code: _path_in(context, code) for code, _ in settings.LANGUAGES}
        return _with_default({code: absolute(path) for code, path in paths.items() if path}, "")
    urls = {code: link.url for code, link in _translations(document).items()}
    return _with_default(urls, document.url)


def _with_default(urls: dict[str, str], fallback: str) -> dict[str, str]:
    default = urls.get(settings.LANGUAGE_CODE) or fallback
    return {code: url for code, url in (urls | {"x-default": default}).items() if url}


@register.simple_tag
def language_name(code: str, own: bool = True) -> str:
    """Return a language's name, by default as links to it have it, in that language."""
    if own:
        return own_language_name(code)
    with override(get_language()):
        return str(get_language_info(code)["name_translated"])


@register.simple_tag(takes_context=True)
def source_page(context: template.Context) -> TranslationLink | None:
    """Return the original of an outdated translation, if it is public."""
    document: PageDocument = context["page"]
    return _translations(document).get(document.translation.source_locale)
