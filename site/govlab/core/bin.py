"""Which pages are in the bin: those below one of its hidden roots, by their `url_path`.

The rule costs no query. Each language has a root of its own, as pages are in the language of their
parent.
"""

from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page

# The beginning of the slugs of the roots, which are children of the root of the tree.
ROOT_SLUG = "govlab-bin"
_START = f"/{ROOT_SLUG}-"


def is_in_bin(page: Page) -> bool:
    return str(page.url_path).startswith(_START)


def in_bin(pages: QuerySet[Any]) -> QuerySet[Any]:
    return pages.filter(url_path__startswith=_START)


def outside_bin(pages: QuerySet[Any]) -> QuerySet[Any]:
    return pages.exclude(url_path__startswith=_START)
