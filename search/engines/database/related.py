"""Related pages: those that share rare lemmas of title, terms and summary."""

from typing import Any

from django.db.models import Count, FloatField, IntegerField, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Cast, Ln

from search.models import SearchEntry, SearchKey

# The number of a page's rarest lemmas to compare; more are slower and hardly better.
MOST_KEYS = 12
# The minimum number of rare lemmas that related pages share.
LEAST_SHARED = 2


def related_pages(page_id: int, locale: str) -> QuerySet[Any, Any]:
    """Return `page_id` and `weight` of related pages, the best first. Not evaluated: a page reads
    them within its one statement."""
    own = SearchKey.objects.filter(page_id=page_id, locale=locale).values("token")
    others = SearchKey.objects.filter(locale=locale).exclude(page_id=page_id)
    rarest = (
        others.filter(token__in=own)
        .values("token")
        .annotate(bearers=Count("pk"))
        .order_by("bearers", "token")[:MOST_KEYS]
    )
    bearers = (
        others.filter(token=OuterRef("token")).order_by().values("token").annotate(all=Count("pk"))
    )
    entries = SearchEntry.objects.filter(locale=locale).order_by().values("locale")
    total = Subquery(entries.annotate(all=Count("pk")).values("all"), output_field=FloatField())
    # Whole numbers, so that the order of the terms of a sum cannot change it.
    weight = Cast(
        1000 * Ln(1 + total / Cast(Subquery(bearers.values("all")), FloatField())), IntegerField()
    )
    return (
        others.filter(token__in=rarest.values("token"))
        .annotate(share=weight)
        .values("page_id")
        .annotate(weight=Sum("share"), shared=Count("pk"))
        .filter(shared__gte=LEAST_SHARED)
        .order_by("-weight", "-page_id")
        .values("page_id", "weight")
    )
