"""A page is saved as a whole, from a copy that may be older than its place in the tree.

Wagtail would then put it back where it was, forget a child that it got meanwhile, or give it the
address that its parent had. What the tree says of a place is taken from the stored row instead.
"""

from typing import Any

from wagtail.models import Page

# Read together with the lock that the save takes anyway.
STORED = ("path", "depth", "numchild", "url_path")


def keep_place(page: Page, stored: dict[str, Any]) -> None:
    """`stored`: the page's row, locked."""
    late = page.path != stored["path"] or page.url_path != stored["url_path"]
    page.path, page.depth = stored["path"], stored["depth"]
    page.numchild = stored["numchild"]
    if late:
        address_below_parent(page)


def address_below_parent(page: Page) -> None:
    """Expects that the parent's row is locked, or that its changes reach the page's row."""
    parent = Page.objects.filter(path=page.path[: -Page.steplen])
    url_path = parent.values_list("url_path", flat=True).first()
    if url_path is not None:
        page.url_path = f"{url_path}{page.slug}/"
