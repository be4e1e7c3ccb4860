from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .complete_translations import refuse_incomplete
from .translation_report import TranslationReportView
from .translation_views import SubmitPageTranslation, UpdateTranslations

# Before wagtail-localize's own hooks, which answer in place of Wagtail's editor.
hooks.register("before_edit_page", refuse_incomplete, order=-100)
hooks.register("before_edit_snippet", refuse_incomplete, order=-100)


@hooks.register("register_admin_urls", order=-100)
def translation_urls() -> list[URLPattern]:
    """At the addresses of the views they replace, so wagtail-localize's links lead to them."""
    return [
        path("localize/submit/page/<int:page_id>/", SubmitPageTranslation.as_view()),
        path("localize/update/<int:translation_source_id>/", UpdateTranslations.as_view()),
    ]


@hooks.register("insert_global_admin_js")
def typed_dates() -> SafeString:
    """Between the date picker's own script and those that use it."""
    return format_html('<script src="{}"></script>', static("editing/dates.js"))


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
