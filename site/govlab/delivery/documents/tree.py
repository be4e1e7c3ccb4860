"""What is public, asked of one page at a time while documents are made.

A snapshot of what decides it everywhere (site roots, view restrictions) is taken once and serves a
whole batch under the log's lock.
"""

from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils import translation
from wagtail.models import Page, PageViewRestriction, Site

from govlab.core.addresses import site_address

from ..schema.feed import WithdrawalReason


@dataclass(frozen=True)
class Root:
    path: str
    url_path: str
    address: str  # scheme and host


class PublicTree:
    def __init__(self) -> None:
        self._live_branches: dict[str, bool] = {}

    @cached_property
    def roots(self) -> list[Root]:
        """The roots of every site in every language, deepest first."""
        sites = {
            site.root_page.translation_key: site
            for site in Site.objects.select_related("root_page")
        }
        pages = Page.objects.filter(translation_key__in=sites)
        roots = [
            Root(page.path, page.url_path, site_address(sites[page.translation_key]))
            for page in pages
        ]
        return sorted(roots, key=lambda root: len(root.path), reverse=True)

    @cached_property
    def restricted(self) -> tuple[str, ...]:
        return tuple(PageViewRestriction.objects.values_list("page__path", flat=True))

    def root_of(self, page: Page) -> Root | None:
        return next((root for root in self.roots if page.path.startswith(root.path)), None)

    def why_withdrawn(self, page: Page) -> WithdrawalReason | None:
        """None for a public page."""
        if not page.live:
            return WithdrawalReason.EXPIRED if page.expired else WithdrawalReason.UNPUBLISHED
        if self.root_of(page) is None:
            return WithdrawalReason.OUTSIDE_SITE
        if page.path.startswith(self.restricted):
            return WithdrawalReason.RESTRICTED
        if not self._live_branch(page.path[: -Page.steplen]):
            return WithdrawalReason.ANCESTOR_WITHDRAWN
        return None

    def _live_branch(self, path: str) -> bool:
        """Whether the page at a path and all above it are live; the tree's own root always is."""
        if path not in self._live_branches:
            above = [path[:end] for end in range(2 * Page.steplen, len(path) + 1, Page.steplen)]
            self._live_branches[path] = not Page.objects.filter(path__in=above, live=False).exists()
        return self._live_branches[path]

    def location(self, page: Page) -> tuple[str, str]:
        """The page's path on its site and its whole address. Expects a page under a root."""
        root = self.root_of(page)
        if root is None:
            raise ValueError(f"Page {page.pk} is under no site.")
        with translation.override(page.locale.language_code):
            path = reverse("wagtail_serve", args=[page.url_path[len(root.url_path) :]])
        return path, root.address + path
