"""Orders querysets of pages like the API orders their documents."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Lower

from ..models import Document


def by_title(pages: QuerySet[Any], *first: Any) -> QuerySet[Any]:
    """Order pages by title, in Latvian alphabetical order. A page that has no document yet sorts by
    its lower-cased title.

    `first` are expressions that precede the title.
    """
    keys = Document.objects.filter(pk=OuterRef("pk")).values("sort_title")
    return pages.order_by(*first, Coalesce(Subquery(keys), Lower("title")), "pk")
