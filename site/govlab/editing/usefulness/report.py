"""The report of useful pages: of those that the account may explore, the worst first."""

import datetime as dt
from typing import Any

import django_filters
from django.db.models import F, FloatField, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import ContentTypeFilter, DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.views.reports import PageReportView
from wagtail.models import Locale, Page, get_page_content_types

from contact.models import UsefulCount

from ..visibility import explorable_pages

# The period that is counted by default.
DAYS = 90


def judged_pages(account: Any, counts: QuerySet[UsefulCount]) -> QuerySet[Page]:
    """Return pages with `yes`, `no`, `votes` and `share`, that of those who found it useful."""

    def total(name: str) -> Subquery:
        rows = counts.filter(page=OuterRef("pk")).order_by().values("page")
        return Subquery(rows.annotate(total=Sum(name)).values("total"))

    pages = explorable_pages(account).filter(pk__in=counts.values("page"))
    judged: Any = pages.annotate(yes=total("yes"), no=total("no")).annotate(
        votes=F("yes") + F("no"), share=Cast(F("yes"), FloatField()) / (F("yes") + F("no"))
    )
    return judged.select_related("locale", "content_type").order_by("share", "-no", "pk")


class UsefulnessFilterSet(WagtailFilterSet):
    locale = django_filters.ModelChoiceFilter(label=_("Language"), queryset=Locale.objects.all())
    content_type = ContentTypeFilter(
        label=_("Type"),
        queryset=lambda request: get_page_content_types(include_base_page_type=False),
    )
    day = django_filters.DateFromToRangeFilter(
        label=_("Days"), widget=DateRangePickerWidget, method="counted"
    )

    class Meta:
        model = Page
        fields = ("locale", "content_type")

    def counted(self, pages: QuerySet[Page], name: str, value: Any) -> QuerySet[Page]:
        """The report itself counts within the period (`UsefulnessReport.get_queryset`)."""
        return pages


class UsefulnessReport(PageReportView):
    page_title = _("Usefulness of pages")
    header_icon = "pick"
    filterset_class = UsefulnessFilterSet
    results_template_name = "editing/usefulness_report_results.html"
    index_url_name = "govlab_usefulness_report"
    index_results_url_name = "govlab_usefulness_report_results"
    any_permission_required = ("add", "change", "publish")
    list_export = ("title", "locale", "yes", "no", "share")
    export_headings = {
        "locale": _("Language"),
        "yes": _("Useful"),
        "no": _("Not useful"),
        "share": _("Share of useful"),
    }

    def get_queryset(self) -> QuerySet[Page]:
        form = self.filters.form if self.filters else None
        chosen = form.cleaned_data.get("day") if form and form.is_valid() else None
        first = chosen.start.date() if chosen and chosen.start else None
        counts = UsefulCount.objects.filter(
            day__gte=first or timezone.localdate() - dt.timedelta(days=DAYS)
        )
        if chosen and chosen.stop:
            counts = counts.filter(day__lte=chosen.stop.date())
        return judged_pages(self.request.user, counts)

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        return context | {"days": DAYS}
