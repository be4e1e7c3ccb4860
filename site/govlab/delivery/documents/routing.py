"""Verifies that a document's path resolves to its page, independent of how it was built."""

from django.urls import Resolver404, resolve
from django.utils import translation
from wagtail.models import Page
from wagtail.views import serve

from .tree import PublicTree


def fault(page: Page, path: str, tree: PublicTree) -> str | None:
    """Return why the path does not resolve to the page, or None if it does."""
    language = translation.get_language_from_path(path)
    try:
        with translation.override(language):
            match = resolve(path)
    except Resolver404:
        return "its URL is not found"
    if match.func is not serve:
        return f"its URL resolves to {match.view_name or match.func.__name__}"
    found = _page_at(match.args[0].split("/")[:-1], language or "", page, tree)
    if found != page.pk:
        return f"its URL resolves to page {found}" if found else "no page has its URL"
    root = tree.root_of(page)
    above = Page.objects.get(path=root.path).url_path if root else ""
    if page.url_path != above + match.args[0]:
        return "Wagtail has another URL for it; `manage.py set_url_paths` corrects that"
    return None


def _page_at(slugs: list[str], language: str, page: Page, tree: PublicTree) -> int | None:
    """Follow the slugs from the root of the page's site in the language, as Wagtail routes."""
    own = tree.root_of(page)
    roots = (
        root.path
        for root in tree.roots
        if own and root.language == language and root.address == own.address
    )
    place = next(roots, None)
    found = Page.objects.filter(path=place).values_list("pk", "path").first()
    for slug in slugs:
        if found is None:
            return None
        children = Page.objects.filter(path__startswith=found[1], slug=slug)
        depth = len(found[1]) // Page.steplen + 1
        found = children.filter(depth=depth, live=True).values_list("pk", "path").first()
    return found[0] if found else None
