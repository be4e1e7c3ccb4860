"""What is public: live, under a site's root, with no view restriction and no unpublished page on
the way there. The site and the log of documents both go by it.

An alias is private where its source is, as Wagtail has it when it serves one.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Substr
from django.db.models.lookups import In
from wagtail.models import Locale, Page, PageViewRestriction, Site


def public_pages(queryset: QuerySet[Any] | None = None) -> QuerySet[Any]:
    """Narrows a page queryset to public pages, in every language. Costs a query by itself, as
    Wagtail's `public()` does, and one more where pages are private."""
    pages: Any = Page.objects.all() if queryset is None else queryset
    roots, closed = _branches()
    public: QuerySet[Any] = pages.filter(_within(roots), live=True).exclude(_within(closed))
    return public


def is_below_unpublished(page: Page) -> bool:
    """Whether a page above this one is unpublished, in one query. Of a private page it does not
    say whether the reader may see it: Wagtail asks them to log in, or for the password."""
    steps = range(2 * Page.steplen, len(page.path), Page.steplen)
    above = [page.path[:end] for end in steps]
    return bool(Page.objects.filter(path__in=above, live=False).exists())


def public_counterparts(
    pages: Iterable[Page], locale: Locale | None = None, *, specific: bool = False
) -> dict[UUID, Any]:
    """Translation key → the public page that readers are led to: in the locale (else the active
    one) where there is one, otherwise in another language."""
    keys = {page.translation_key for page in pages}
    if not keys:
        return {}
    preferred = (locale or Locale.get_active()).pk
    found: Any = public_pages(Page.objects.filter(translation_key__in=keys)).select_related(
        "locale"
    )
    best: dict[UUID, Any] = {}
    for page in (found.specific() if specific else found).order_by("locale__language_code"):
        if page.translation_key not in best or page.locale_id == preferred:
            best[page.translation_key] = page
    return best


def with_aliases(pages: QuerySet[Page]) -> list[str]:
    """Tree paths of the pages, of their aliases and of those's aliases."""
    found: dict[int, str] = {}
    while more := dict(pages.exclude(pk__in=found).values_list("pk", "path")):
        found |= more
        pages = Page.objects.filter(alias_of__in=more)
    return list(found.values())


def restricted_branches() -> list[str]:
    """Tree paths below which nothing is public because of a view restriction."""
    restricted = PageViewRestriction.objects.values("page")
    return with_aliases(Page.objects.filter(pk__in=restricted))


def _branches() -> tuple[list[str], list[str]]:
    """Tree paths of the sites' roots in every language, and of the pages that close what is below
    them. Unpublished pages with nothing below are left out: they are many."""
    keys = Site.objects.values("root_page__translation_key")
    restricted = PageViewRestriction.objects.values("page")
    rows = list(
        _marked("root", Page.objects.filter(translation_key__in=keys)).union(
            _marked("restricted", Page.objects.filter(pk__in=restricted)),
            _marked("closed", Page.objects.filter(live=False, numchild__gt=0, depth__gt=1)),
        )
    )
    private = [pk for kind, pk, _ in rows if kind == "restricted"]
    aliases = with_aliases(Page.objects.filter(alias_of__in=private)) if private else []
    roots = [path for kind, _, path in rows if kind == "root"]
    return roots, [*aliases, *(path for kind, _, path in rows if kind != "root")]


def _marked(kind: str, pages: QuerySet[Page]) -> QuerySet[Page, tuple[str, int, str]]:
    return pages.order_by().values_list(Value(kind), "pk", "path")


def _within(branches: Iterable[str]) -> Q:
    """At or below one of the paths: a comparison for each of their lengths, not for each path."""
    by_length: dict[int, list[str]] = defaultdict(list)
    for path in branches:
        by_length[len(path)].append(path)
    within = Q(pk__in=[])
    for length, paths in by_length.items():
        within |= Q(In(Substr("path", 1, length), paths))
    return within
