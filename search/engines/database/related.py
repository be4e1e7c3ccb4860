"""Pages like a page: those that share rare lemmas of its title, terms and summary."""

import math
from collections import Counter

from django.db.models import Count

from govlab.delivery.models import ConsumerCursor
from search.models import SearchEntry, SearchKey

from .consumer import CONSUMER

# Of a page's lemmas so many of the rarest are compared by; more make it slower, hardly better.
MOST_KEYS = 12
# Pages that share only what many have are not related.
LEAST_SHARED = 2


def related_pages(page_id: int, locale: str, size: int) -> list[int]:
    own = SearchKey.objects.filter(page_id=page_id, locale=locale).values_list("token", flat=True)
    others = SearchKey.objects.filter(locale=locale).exclude(page_id=page_id)
    having = dict(
        others.filter(token__in=list(own))
        .values_list("token")
        .annotate(pages=Count("pk"))
        .order_by("pages")[:MOST_KEYS]
    )
    total = SearchEntry.objects.filter(locale=locale).count()
    weights: Counter[int] = Counter()
    shared: Counter[int] = Counter()
    for page, key in others.filter(token__in=having).values_list("page_id", "token"):
        weights[page] += round(1000 * math.log(1 + total / having[key]))
        shared[page] += 1
    found = [page for page in weights if shared[page] >= LEAST_SHARED]
    return sorted(found, key=lambda page: (-weights[page], -page))[:size]


def version() -> int:
    """How far the index has followed the log: what is related changes with it only."""
    cursors = ConsumerCursor.objects.filter(name=CONSUMER).values_list("sequence", flat=True)
    return cursors.first() or 0
