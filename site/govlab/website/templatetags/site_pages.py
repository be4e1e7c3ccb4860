"""What the frame of every public page asks: navigation and the page's other languages."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language, override
from wagtail.models import Page, Site

from govlab.core.translation.states import public_translations
from govlab.delivery.public import public_pages
from govlab.delivery.site_address import absolute, page_address

register = template.Library()


@dataclass(frozen=True)
class OtherLanguage:
    code: str
    url: str
    # False where the page does not exist in that language, so the link leads to its front page.
    translated: bool


def _homes(request: Any) -> dict[str, Any]:
    """The public front page of each language; kept on the request."""
    if not hasattr(request, "_govlab_homes"):
        site = Site.find_for_request(request)
        request._govlab_homes = public_translations(site.root_page) if site else {}
    homes: dict[str, Any] = request._govlab_homes
    return homes


@register.simple_tag(takes_context=True)
def site_navigation(context: template.Context) -> dict[str, Any]:
    """`home`: the address of the front page; `main`: what editors put into menus; `footer`: the
    other pages below the home page."""
    home = _homes(context["request"]).get(get_language() or "")
    if home is None:
        return {"home": "/", "main": [], "footer": []}
    if not hasattr(home, "_govlab_children"):
        home._govlab_children = list(public_pages(home.get_children()).order_by("path"))
    children: list[Page] = home._govlab_children
    return {
        "home": home.get_url(context["request"]),
        "main": [page for page in children if page.show_in_menus],
        "footer": [page for page in children if not page.show_in_menus],
    }


def _translations(page: Any) -> dict[str, Any]:
    if not hasattr(page, "_govlab_translations"):
        page._govlab_translations = public_translations(page) if page.pk else {}
    translations: dict[str, Any] = page._govlab_translations
    return translations


@register.simple_tag(takes_context=True)
def other_languages(context: template.Context) -> list[OtherLanguage]:
    """For each other language: the same page there, or the front page and word of it. A language
    whose front page is not public is left out."""
    request, page = context["request"], context.get("page")
    homes, current = _homes(request), get_language()
    others = [code for code, _ in settings.LANGUAGES if code != current and code in homes]
    if not isinstance(page, Page):
        return [_other_view(context, code) for code in others]
    found = _translations(page)
    return [
        OtherLanguage(code, found[code].get_url(request), translated=True)
        if code in found
        else OtherLanguage(code, homes[code].get_url(request), translated=False)
        for code in others
    ]


def _other_view(context: template.Context, code: str) -> OtherLanguage:
    path = _path_in(context, code)
    return OtherLanguage(code, path or f"/{code}/", translated=path is not None)


def _path_in(context: template.Context, code: str) -> str | None:
    """Path and query of the view that answers, such as search, in a language.

    None where no view of ours does (a 404 page), and for one that is the same in every language.
    The path is made of the view's name: what was asked for may lead to another host (`//host`).
    A view says in `shared_query` what of its query holds in every language.
    """
    request = context["request"]
    match = request.resolver_match
    if match is None or match.func.__module__.startswith("wagtail"):
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
    request, page = context["request"], context.get("page")
    if not isinstance(page, Page):
        return _view_alternates(context)
    urls = {code: page_address(other, request) for code, other in _translations(page).items()}
    return _with_default(urls, page_address(page, request))


def _view_alternates(context: template.Context) -> dict[str, str]:
    """For views such as search; nothing for an address that no view answers (a 404 page)."""
    site = Site.find_for_request(context["request"])
    paths = {code: _path_in(context, code) for code, _ in settings.LANGUAGES}
    urls = {code: absolute(path, site) if path else None for code, path in paths.items()}
    return _with_default(urls, None)


def _with_default(urls: dict[str, str | None], fallback: str | None) -> dict[str, str]:
    default = urls.get(settings.LANGUAGE_CODE) or fallback
    return {code: url for code, url in (urls | {"x-default": default}).items() if url}


@register.simple_tag(takes_context=True)
def canonical_url(context: template.Context) -> str:
    """The whole address of the page that is shown; empty in the preview of one that has none."""
    return page_address(context["page"], context["request"]) or ""


@register.simple_tag
def language_name(code: str, own: bool = True) -> str:
    """A language's name, in itself unless told otherwise."""
    from django.utils.translation import get_language_info

    info = get_language_info(code)
    if own:
        return str(info["name_local"]).capitalize()
    with override(get_language()):
        return str(info["name_translated"])


@register.simple_tag(takes_context=True)
def source_page(context: template.Context) -> Page | None:
    """The original of an outdated translation, where readers may see it."""
    page = context["page"]
    return _translations(page).get(page.translation_state.source_locale)
