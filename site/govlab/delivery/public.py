"""What is public: live, under a site's root, unrestricted, and so are all of its ancestors."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Length, Substr
from wagtail.models import Page, Site


def public_pages(queryset: QuerySet[Any] | None = None) -> QuerySet[Any]:
    """Narrows a page queryset to public pages, in every language."""
    pages: Any = Page.objects.all() if queryset is None else queryset
    site_roots = Site.objects.select_related("root_page")
    keys = [site.root_page.translation_key for site in site_roots]
    roots = Page.objects.filter(translation_key__in=keys)
    under_root: Any = pages.none()
    for root in roots:
        under_root = under_root | pages.filter(path__startswith=root.path)
    hidden_ancestor = Page.objects.filter(live=False, depth__gt=1).filter(
        path=Substr(OuterRef("path"), 1, Length("path"))
    )
    public: QuerySet[Any] = under_root.live().public().exclude(Exists(hidden_ancestor))
    return public
