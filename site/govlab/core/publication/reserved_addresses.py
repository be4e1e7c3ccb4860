"""Addresses that the URLconf serves before pages, such as those of search and of `/design/`.

A page there would be published and never shown. The rule is what the URL patterns say, so a new
pattern is reserved as well.
"""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page, Site

from govlab.delivery.languages import match_of_path

PAGES = "wagtail_serve"


def refusal(page: Page, parent: Page, slug: str = "") -> str | None:
    """Return why the page may not be below the parent with its slug, or with the one given; None
    if it may."""
    path = _path(f"{parent.url_path}{slug or page.slug}/")
    if path is None or not is_reserved(path):
        return None
    return _("The address %(path)s belongs to the site itself. Choose another slug.") % {
        "path": path
    }


def is_reserved(path: str) -> bool:
    match = match_of_path(path)
    return match is not None and match.url_name != PAGES


def shadowed_paths() -> list[str]:
    """Return the addresses of live pages that are not shown there."""
    pages = Page.objects.filter(live=True, depth__gt=2).order_by("path")
    found = map(_path, pages.values_list("url_path", flat=True))
    return [path for path in found if path is not None and is_reserved(path)]


def _path(url_path: str) -> str | None:
    """Return the path on the site; None if the page is on none."""
    for root in Site.get_site_root_paths():
        if url_path.startswith(root.root_path):
            with override(root.language_code):
                return f"{reverse(PAGES, args=('',))}{url_path.removeprefix(root.root_path)}"
    return None
