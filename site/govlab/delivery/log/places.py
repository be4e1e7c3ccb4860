"""Protects tree columns from stale page instances.

Saving a page writes all its columns, also those of its position in the tree. With an instance that
was loaded before a move, that would undo the move, lose a child from `numchild`, or restore an old
`url_path`. These columns are therefore taken from the stored row.
"""

from typing import Any

from wagtail.models import Page

# Read together with the row lock of the save.
STORED = ("path", "depth", "numchild", "url_path")


def keep_place(page: Page, stored: dict[str, Any]) -> None:
    """Set the tree columns to those of `stored`, the locked row of the page."""
    late = page.path != stored["path"] or page.url_path != stored["url_path"]
    page.path, page.depth = stored["path"], stored["depth"]
    page.numchild = stored["numchild"]
    if late:
        address_below_parent(page)


def address_below_parent(page: Page) -> None:
    """Set `url_path` from the parent's, whose row must be locked or whose changes cascade."""
    parent = Page.objects.filter(path=page.path[: -Page.steplen])
    url_path = parent.values_list("url_path", flat=True).first()
    if url_path is not None:
        page.url_path = f"{url_path}{page.slug}/"
