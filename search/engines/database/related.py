"""Related pages: those that share rare lemmas of title, terms and summary."""

import math
from collections import Counter

from django.db.models import Count

from govlab.delivery.models import ConsumerCursor
from search.models import SearchEntry, SearchKey

from .consumer import CONSUMER

# The number of a page's rarest lemmas to compare; more are slower and hardly better.
MOST_KEYS = 12
# The minimum number of rare lemmas that related pages share.
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
    """Return the index's position in the log; related pages change only with it."""
    cursors = ConsumerCursor.objects.filter(name=CONSUMER).values_list("sequence", flat=True)
    return cursors.first() or 0
