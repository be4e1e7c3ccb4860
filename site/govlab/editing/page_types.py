"""The report of page types, without the pages in the bin."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
from wagtail.models import Page

from govlab.core.bin import outside_bin


class PageTypes(PageTypesUsageReportView):
    def get_queryset(self) -> QuerySet[ContentType]:
        queryset: QuerySet[ContentType] = super().get_queryset()
        pages = self._pages().filter(content_type=OuterRef("pk"))
        number = pages.order_by().values("content_type").annotate(number=Count("pk"))
        latest = pages.order_by(
            F("latest_revision_created_at").desc(nulls_last=True), "title", "-pk"
        )
        counted = queryset.annotate(
            count=Coalesce(Subquery(number.values("number")), 0, output_field=IntegerField()),
            last_edited_page_id=Subquery(latest.values("pk")[:1]),
        )
        plain = ContentType.objects.get_for_model(Page)
        return counted.exclude(Q(pk=plain.pk) & Q(count=0))

    def _pages(self) -> QuerySet[Page]:
        chosen: dict[str, Any] = self.filters.form.cleaned_data
        pages: QuerySet[Page] = outside_bin(Page.objects.filter(depth__gt=1))
        if language := chosen.get("page_locale"):
            pages = pages.filter(locale__language_code=language)
        if path := chosen.get("site"):
            pages = pages.filter(path__startswith=path)
        return pages
