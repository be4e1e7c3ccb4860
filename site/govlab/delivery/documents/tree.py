"""What is public, asked of one page at a time while documents are made.

A snapshot of what decides it everywhere (site roots, view restrictions) is taken once and serves a
whole batch under the log's lock.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.urls import reverse
from django.utils import translation
from wagtail.models import Page, Site

from ..public import restricted_branches
from ..schemas.feed import WithdrawalReason
from ..site_address import site_address


@dataclass(frozen=True)
class Root:
    """Where a site begins in one of its languages, which is the language of all addresses below."""

    path: str
    language: str
    address: str  # scheme and host


@dataclass(frozen=True)
class Ancestor:
    live: bool
    slug: str


# A page that is not there hides nobody; the tree's own check, `fixtree`, reports it.
_MISSING = Ancestor(live=True, slug="")


class PublicTree:
    def __init__(self) -> None:
        self._ancestors: dict[str, Ancestor] = {}  # by tree path

    @cached_property
    def roots(self) -> list[Root]:
        """The roots of every site in every language, deepest first.

        A page may be one root and the translation of another: then it is its own site's.
        """
        sites = Site.objects.select_related("root_page").order_by(
            "-is_default_site", "hostname", "port"
        )
        by_key: dict[UUID, Site] = {}
        by_page: dict[int, Site] = {}
        for site in sites:
            by_key.setdefault(site.root_page.translation_key, site)
            by_page.setdefault(site.root_page_id, site)
        pages = Page.objects.filter(translation_key__in=by_key).select_related("locale")
        roots = [
            Root(
                page.path,
                page.locale.language_code,
                site_address(by_page.get(page.pk) or by_key[page.translation_key]),
            )
            for page in pages
        ]
        return sorted(roots, key=lambda root: (-len(root.path), root.path))

    @cached_property
    def restricted(self) -> tuple[str, ...]:
        return tuple(restricted_branches())

    def root_of(self, page: Page) -> Root | None:
        return next((root for root in self.roots if page.path.startswith(root.path)), None)

    def why_withdrawn(self, page: Page) -> WithdrawalReason | None:
        """None for a public page."""
        if not page.live:
            return WithdrawalReason.EXPIRED if page.expired else WithdrawalReason.UNPUBLISHED
        root = self.root_of(page)
        # In another language than the tree it stands in, as it may be from before that was refused.
        if root is None or root.language != page.locale.language_code:
            return WithdrawalReason.OUTSIDE_SITE
        if page.path.startswith(self.restricted):
            return WithdrawalReason.RESTRICTED
        self.look_up([page])
        if not all(self._ancestors[path].live for path in _above(page.path)):
            return WithdrawalReason.ANCESTOR_WITHDRAWN
        return None

    def look_up(self, pages: Iterable[Page]) -> None:
        """Reads the ancestors of many pages at once."""
        missing = {path for page in pages for path in _above(page.path)} - self._ancestors.keys()
        if missing:
            self._ancestors |= dict.fromkeys(missing, _MISSING)
            rows = Page.objects.filter(path__in=missing).values_list("path", "live", "slug")
            self._ancestors |= {path: Ancestor(live, slug) for path, live, slug in rows}

    def location(self, page: Page) -> tuple[str, str]:
        """The page's path on its site and its whole address. Expects a page under a root.

        Made as requests are routed: the language is that of the site's root, and each step is a
        slug. Wagtail's `url_path` repeats them, and may be late.
        """
        root = self.root_of(page)
        if root is None:
            raise ValueError(f"Page {page.pk} is under no site.")
        with translation.override(root.language):
            path = reverse("wagtail_serve", args=[self.route(page, root)])
        return path, root.address + path

    def route(self, page: Page, root: Root) -> str:
        """The slugs from below the root down to the page, each with a slash behind it."""
        self.look_up([page])
        between = [path for path in _above(page.path) if len(path) > len(root.path)]
        slugs = [self._ancestors[path].slug for path in between]
        if page.path != root.path:
            slugs.append(page.slug)
        return "".join(f"{slug}/" for slug in slugs)


def _above(path: str) -> list[str]:
    """Tree paths of a page's ancestors, without the tree's own root, which is always live."""
    return [path[:end] for end in range(2 * Page.steplen, len(path), Page.steplen)]
