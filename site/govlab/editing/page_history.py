"""The history of a page, complete where one request changed several pages."""

from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from wagtail.admin.views.pages.history import PageHistoryView
from wagtail.models import PageLogEntry


class PageHistory(PageHistoryView):
    """Wagtail shows the latest of the entries that have one action and one request in common, of
    whatever page it is. An original that is unpublished with its translation, or published in a
    release, would have no entry of it."""

    def get_base_queryset(self) -> QuerySet[PageLogEntry]:
        own = PageLogEntry.objects.filter(page=self.object)
        latest = own.filter(uuid=OuterRef("uuid"), action=OuterRef("action"))
        latest = latest.order_by("-timestamp", "-id").values("id")[:1]
        entries: Any = own.filter(Q(uuid=None) | Q(id=Subquery(latest)))
        annotated: QuerySet[PageLogEntry] = self._annotate_queryset(entries)
        return annotated
