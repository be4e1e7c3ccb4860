"""The report of missing and outdated translations."""

from dataclasses import dataclass, replace
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.views.reports import PageReportView
from wagtail.models import Locale, Page

from govlab.core.term_rights import may_write_language
from govlab.core.translation.states import TranslationState, translation_states
from govlab.delivery.schemas.page import TranslationStatus

from ..visibility import may_explore, visible_pages
from .rights import SUBMIT

LABELS: dict[str, Promise] = {
    "missing": _("Not translated"),
    "original": _("Written in this language"),
    "current": _("Up to date"),
    "outdated": _("Out of date"),
    "draft": _("Translated, not published"),
    "by_hand": _("Maintained manually, not published"),
}


@dataclass(frozen=True)
class LocaleState:
    locale: Locale
    status: str
    # The translation, if it exists and the account may open it.
    page: Page | None
    # The number of untranslated texts, if the translation was started.
    left: int = 0
    # Whether the account may confirm that it needs no change.
    confirmable: bool = False
    # Whether the account writes the language and may start translations.
    startable: bool = False

    @property
    def label(self) -> str | Promise:
        if self.status == "incomplete":
            return ngettext(
                "%(left)d text left to translate", "%(left)d texts left to translate", self.left
            ) % {"left": self.left}
        return LABELS[self.status]


class TranslationReportView(PageReportView):
    """Pages of the default language with the state of each of their translations."""

    page_title = _("Translations")
    header_icon = "wagtail-localize-language"
    results_template_name = "editing/translation_report_results.html"
    index_url_name = "govlab_translation_report"
    index_results_url_name = "govlab_translation_report_results"
    any_permission_required = ["add", "change", "publish"]

    def get_queryset(self) -> Any:
        pages = super().get_queryset() & visible_pages(self.request.user)
        default = Locale.get_default()
        return (
            pages.filter(locale=default, depth__gt=1, alias_of__isnull=True)
            .exclude(content_type__model="page", content_type__app_label="wagtailcore")
            .select_related("locale", "content_type")
            .order_by("path")
        )

    def decorate_paginated_queryset(self, object_list: Any) -> list[Any]:
        pages = list(object_list)
        targets = list(Locale.objects.exclude(pk=Locale.get_default().pk))
        translations = list(
            Page.objects.filter(
                translation_key__in=[page.translation_key for page in pages], locale__in=targets
            ).select_related("locale")
        )
        states = translation_states(translations)
        found = {(page.translation_key, page.locale_id): page for page in translations}
        account = self.request.user
        written = {
            locale
            for locale in targets
            if account.has_perm(SUBMIT) and may_write_language(account, locale)
        }
        for page in pages:
            page.may_be_edited = may_explore(self.request.user, page)
            page.translation_column = [
                self._openable(
                    _state(locale, found.get((page.translation_key, locale.pk)), states),
                    locale in written,
                )
                for locale in targets
            ]
        return pages

    def _openable(self, state: LocaleState, is_written: bool) -> LocaleState:
        if state.status == "missing":
            return replace(state, startable=is_written)
        if state.page is None:
            return state
        if not may_explore(self.request.user, state.page):
            return replace(state, page=None)
        permissions = state.page.permissions_for_user(self.request.user)
        outdated = state.status == TranslationStatus.OUTDATED
        return replace(state, confirmable=outdated and permissions.can_publish())


def _state(
    locale: Locale,
    page: Page | None,
    states: dict[int, TranslationState],
) -> LocaleState:
    if page is None or page.alias_of_id:  # An alias holds the original's texts.
        return LocaleState(locale, "missing", None)
    state = states[page.pk]
    left = state.texts_left
    if page.live or (state.status == TranslationStatus.OUTDATED and page.last_published_at):
        return LocaleState(locale, str(state.status), page, left)
    if state.kept_by_hand:
        return LocaleState(locale, "by_hand", page)
    return LocaleState(locale, "incomplete" if left else "draft", page, left)
