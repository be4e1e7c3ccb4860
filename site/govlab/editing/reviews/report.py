"""The report of pages to be reviewed."""

import datetime as dt
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.views.reports import PageReportView
from wagtail.models import Locale, Page, get_page_content_types

from .due import reviewed_pages

# What is due soon is listed too, after what is due.
AHEAD = dt.timedelta(days=30)


class ReviewFilterSet(WagtailFilterSet):
    locale = django_filters.ModelChoiceFilter(label=_("Language"), queryset=Locale.objects.all())
    content_type = ContentTypeFilter(
        label=_("Type"),
        queryset=lambda request: get_page_content_types(include_base_page_type=False),
    )

    class Meta:
        model = Page
        fields = ("locale", "content_type")


class ReviewReport(PageReportView):
    page_title = _("Pages to review")
    header_icon = "calendar-alt"
    filterset_class = ReviewFilterSet
    template_name = "wagtailadmin/reports/base_report.html"
    results_template_name = "editing/review_report_results.html"
    index_url_name = "govlab_review_report"
    index_results_url_name = "govlab_review_report_results"
    any_permission_required = ("change",)
    list_export = ("title", "locale", "review_date.review_on", "review_date.confirmed_at")
    export_headings = {
        "locale": _("Language"),
        "review_date.review_on": _("Review date"),
        "review_date.confirmed_at": _("Last confirmed"),
    }

    def get_queryset(self) -> QuerySet[Page]:
        pages = reviewed_pages(self.request.user, timezone.localdate() + AHEAD)
        return pages.select_related("review_date__confirmed_by", "locale", "content_type")

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        context["today"] = timezone.localdate()
        return context
