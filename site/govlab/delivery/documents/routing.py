"""What requests are led to: a second proof of a document's address."""

from django.urls import Resolver404, resolve
from django.utils import translation
from wagtail.models import Page
from wagtail.views import serve

from ..languages import content_language, language_of_path
from .tree import PublicTree


def fault(page: Page, path: str, tree: PublicTree) -> str | None:
    """Why the path does not lead to the page; None where it does."""
    language = language_of_path(path)
    try:
        with translation.override(language):
            match = resolve(path)
    except Resolver404:
        return "its address leads nowhere"
    if match.func is not serve:
        return f"its address leads to {match.view_name or match.func.__name__}"
    found = _page_at(match.args[0].split("/")[:-1], content_language(language), page, tree)
    if found != page.pk:
        return f"its address leads to page {found}" if found else "its address leads to no page"
    root = tree.root_of(page)
    above = Page.objects.get(path=root.path).url_path if root else ""
    if page.url_path != above + match.args[0]:
        return "Wagtail has another address for it; `manage.py set_url_paths` mends that"
    return None


def _page_at(slugs: list[str], language: str, page: Page, tree: PublicTree) -> int | None:
    """From the root in the language on the page's site, slug by slug, as Wagtail goes; from the
    page's own root where the site has none in that language."""
    own = tree.root_of(page)
    roots = (
        root.path
        for root in tree.roots
        if own and root.language == language and root.address == own.address
    )
    place = next(roots, own.path if own else None)
    found = Page.objects.filter(path=place).values_list("pk", "path").first()
    for slug in slugs:
        if found is None:
            return None
        children = Page.objects.filter(path__startswith=found[1], slug=slug)
        depth = len(found[1]) // Page.steplen + 1
        found = children.filter(depth=depth, live=True).values_list("pk", "path").first()
    return found[0] if found else None
