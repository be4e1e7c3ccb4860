"""Lists of pages in the order that their documents are listed in."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Lower

from ..models import Document


def by_title(pages: QuerySet[Any], *first: Any) -> QuerySet[Any]:
    """As a Latvian catalogue has them; what was published a moment ago finds its place by its
    title as it stands.

    `first`: what the order begins with.
    """
    keys = Document.objects.filter(pk=OuterRef("pk")).values("sort_title")
    return pages.order_by(*first, Coalesce(Subquery(keys), Lower("title")), "pk")
