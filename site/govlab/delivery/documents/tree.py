"""The visibility and location of single pages, for building documents.

Site roots and view restrictions are read once, and reused for a whole batch under the log's lock.
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
    """The root of a site in one language, which is the language of all paths below it."""

    path: str
    language: str
    address: str  # scheme and host


@dataclass(frozen=True)
class Ancestor:
    live: bool
    slug: str
    pk: int
    translation_key: UUID


# A missing ancestor (a corrupt tree, which `fixtree` reports) does not hide its descendants.
_MISSING = Ancestor(live=True, slug="", pk=0, translation_key=UUID(int=0))


class PublicTree:
    def __init__(self) -> None:
        self._ancestors: dict[str, Ancestor] = {}  # by tree path

    @cached_property
    def roots(self) -> list[Root]:
        """Return the roots of all sites in all languages, the deepest first.

        A page that is a root and also a translation of another root belongs to its own site.
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
        """Return why the page is not public, or None if it is."""
        if not page.live:
            return WithdrawalReason.EXPIRED if page.expired else WithdrawalReason.UNPUBLISHED
        root = self.root_of(page)
        # Its language may differ from that of its branch, which the publication gate now refuses.
        if root is None or root.language != page.locale.language_code:
            return WithdrawalReason.OUTSIDE_SITE
        if page.path.startswith(self.restricted):
            return WithdrawalReason.RESTRICTED
        self.look_up([page])
        if not all(self._ancestors[path].live for path in _above(page.path)):
            return WithdrawalReason.ANCESTOR_WITHDRAWN
        return None

    def look_up(self, pages: Iterable[Page]) -> None:
        """Prefetch the ancestors of the pages."""
        missing = {path for page in pages for path in _above(page.path)} - self._ancestors.keys()
        if missing:
            self._ancestors |= dict.fromkeys(missing, _MISSING)
            rows = Page.objects.filter(path__in=missing)
            columns = rows.values_list("path", "live", "slug", "pk", "translation_key")
            self._ancestors |= {path: Ancestor(*known) for path, *known in columns}

    def ancestors(self, page: Page) -> list[Ancestor]:
        """Return the page's ancestors, from the root of its site down."""
        root = self.root_of(page)
        if root is None:
            return []
        self.look_up([page])
        paths = [path for path in _above(page.path) if len(path) >= len(root.path)]
        found = [self._ancestors[path] for path in paths]
        return [ancestor for ancestor in found if ancestor is not _MISSING]

    def location(self, page: Page) -> tuple[str, str]:
        """Return the path and the absolute URL of a page. Raises ValueError if it has no root.

        They are built as requests are routed: from the language of the site's root and the slugs.
        Wagtail's `url_path` is a copy of them that may be outdated.
        """
        root = self.root_of(page)
        if root is None:
            raise ValueError(f"Page {page.pk} is under no site.")
        with translation.override(root.language):
            path = reverse("wagtail_serve", args=[self.route(page, root)])
        return path, root.address + path

    def route(self, page: Page, root: Root) -> str:
        """Return the slugs from below the root down to the page, each followed by a slash."""
        self.look_up([page])
        between = [path for path in _above(page.path) if len(path) > len(root.path)]
        slugs = [self._ancestors[path].slug for path in between]
        if page.path != root.path:
            slugs.append(page.slug)
        return "".join(f"{slug}/" for slug in slugs)


def _above(path: str) -> list[str]:
    """Return the tree paths of the ancestors, without the tree's root, which is always live."""
    return [path[:end] for end in range(2 * Page.steplen, len(path), Page.steplen)]
