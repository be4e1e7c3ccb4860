"""Pages as Wagtail's documentation makes them: from the page tree, with `get_context`."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from wagtail.models import Page

from govlab.core.pages import BasePage
from news.models import NewsIndexPage, NewsPage

PAGE_SIZE = 12


def _context(page: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
    context: dict[str, Any] = Page.get_context(page, request, *args, **kwargs)
    home = page.get_ancestors(inclusive=True).filter(depth=2).first()
    children = home.get_children().live()
    return context | {
        "menu": children.filter(show_in_menus=True),
        "footer": children.filter(show_in_menus=False),
        "crumbs": page.get_ancestors().filter(depth__gt=1).live(),
        "translations": page.get_translations(inclusive=True).live().select_related("locale"),
    }


def _list_context(page: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
    news = NewsPage.objects.child_of(page).live().public().order_by("-date", "-pk")
    related = news.select_related("listing_image").prefetch_related("listing_image__renditions")
    items = Paginator(related, PAGE_SIZE).get_page(request.GET.get("page"))
    return _context(page, request, *args, **kwargs) | {"items": items}


def install() -> None:
    """Take back what this project's pages do otherwise."""
    base: Any = BasePage
    base.serve, base.get_context = Page.serve, _context
    index: Any = NewsIndexPage
    index.get_context = _list_context
