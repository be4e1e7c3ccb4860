from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from .admin_api import register_endpoints
from .complete_translations import refuse_incomplete
from .locked_translations import refuse_locked
from .translation_report import TranslationReportView
from .visibility import visible_pages

# What is locked is refused before anything else is asked.
hooks.register("before_edit_page", refuse_locked, order=-200)
# Before wagtail-localize's own hooks, which answer in place of Wagtail's editor.
hooks.register("before_edit_page", refuse_incomplete, order=-100)
hooks.register("before_edit_snippet", refuse_incomplete, order=-100)


# After Wagtail's own, whose endpoints of the same names they take the place of.
hooks.register("construct_admin_api", register_endpoints, order=100)


@hooks.register("construct_page_chooser_queryset")
def choosable_pages(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    return pages.filter(pk__in=visible_pages(request.user).values("pk"))


@hooks.register("register_reports_menu_item")
def translation_report_menu_item() -> MenuItem:
    return MenuItem(
        _("Translations"),
        reverse("govlab_translation_report"),
        name="translations",
        icon_name="wagtail-localize-language",
        order=100,
    )


@hooks.register("register_admin_urls")
def translation_report_urls() -> list[URLPattern]:
    return [
        path(
            "reports/govlab-translations/",
            TranslationReportView.as_view(),
            name="govlab_translation_report",
        ),
        path(
            "reports/govlab-translations/results/",
            TranslationReportView.as_view(results_only=True),
            name="govlab_translation_report_results",
        ),
    ]
