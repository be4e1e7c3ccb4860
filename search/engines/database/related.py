"""Related pages: those that share rare lemmas of title, terms and summary."""

from typing import Any

from django.db.models import Count, F, FloatField, IntegerField, QuerySet, Subquery, Sum
from django.db.models.functions import Cast, Ln

from search.models import SearchEntry, SearchKey, SearchLemma

# The number of a page's rarest lemmas to compare; more are slower and hardly better.
MOST_KEYS = 12
# The minimum number of rare lemmas that related pages share.
LEAST_SHARED = 2


def related_pages(page_id: int, locale: str) -> QuerySet[Any, Any]:
    """Return `page_id` and `weight` of related pages, the best first. Not evaluated: a page reads
    them within its one statement."""
    own = SearchKey.objects.filter(page_id=page_id).values("lemma")
    rarest = SearchLemma.objects.filter(locale=locale, pk__in=own, pages__gt=1).order_by(
        "pages", "token"
    )
    entries = SearchEntry.objects.filter(locale=locale).order_by().values("locale")
    total = Subquery(entries.annotate(all=Count("pk")).values("all"), output_field=FloatField())
    others = Cast(F("lemma__pages") - 1, FloatField())
    # Whole numbers, so that the order of the terms of a sum cannot change it.
    share = Cast(1000 * Ln(1 + total / others), IntegerField())
    return (
        SearchKey.objects.filter(lemma__in=rarest[:MOST_KEYS])
        .exclude(page_id=page_id)
        .annotate(share=share)
        .values("page_id")
        .annotate(weight=Sum("share"), shared=Count("pk"))
        .filter(shared__gte=LEAST_SHARED)
        .order_by("-weight", "-page_id")
        .values("page_id", "weight")
    )
