"""Verifies that a document's path resolves to its page, independent of how it was built."""

from wagtail.models import Page
from wagtail.views import serve

from ..languages import content_language, language_of_path, match_of_path
from .tree import PublicTree


def fault(page: Page, path: str, tree: PublicTree) -> str | None:
    """Return why the path does not resolve to the page, or None if it does."""
    match = match_of_path(path)
    if match is None:
        return "its URL is not found"
    if match.func is not serve:
        return f"its URL resolves to {match.view_name or match.func.__name__}"
    language = content_language(language_of_path(path))
    found = _page_at(match.args[0].split("/")[:-1], language, page, tree)
    if found != page.pk:
        return f"its URL resolves to page {found}" if found else "no page has its URL"
    root = tree.root_of(page)
    above = Page.objects.get(path=root.path).url_path if root else ""
    if page.url_path != above + match.args[0]:
        return "Wagtail has another URL for it; `manage.py set_url_paths` corrects that"
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
