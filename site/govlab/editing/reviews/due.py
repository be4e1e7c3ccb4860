"""Pages to be reviewed by an account: those that it may edit."""

import datetime as dt
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page
from wagtail.permissions import policy_registry


def reviewed_pages(account: Any, until: dt.date | None = None) -> QuerySet[Page]:
    """Return public pages whose review date is at the latest `until`, by default today, the longest
    overdue first; each with its `review_date`."""
    editable = policy_registry.get_by_type(Page).instances_user_has_permission_for(
        account, "change"
    )
    pages: QuerySet[Page] = Page.objects.filter(
        pk__in=editable.values("pk"),
        live=True,
        review_date__review_on__lte=until or timezone.localdate(),
    )
    return pages.select_related("review_date", "locale", "content_type").order_by(
        "review_date__review_on", "pk"
    )
