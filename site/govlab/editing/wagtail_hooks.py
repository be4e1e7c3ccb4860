from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .translation_report import TranslationReportView


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
