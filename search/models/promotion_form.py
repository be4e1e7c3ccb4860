"""The form of promotions, which requires distinct pages in the promotion's language."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm


class PromotionForm(WagtailAdminModelForm):
    def clean(self) -> Any:
        values = super().clean()
        if locale := self.cleaned_data.get("locale"):
            self._check_pages(locale)
        return values

    def _check_pages(self, locale: str) -> None:
        names = dict(settings.WAGTAIL_CONTENT_LANGUAGES)
        seen = set()
        for form in self.formsets["pages"].forms:
            page = form.is_valid() and form.cleaned_data.get("page")
            if not page or form.cleaned_data.get("DELETE"):
                continue
            code = page.locale.language_code
            if code != locale:
                message = _("Language of this page: %(page)s. Choose one in: %(wanted)s.")
                values = {"page": names.get(code, code), "wanted": names[locale]}
                form.add_error("page", message % values)
            elif page.pk in seen:
                form.add_error("page", _("This page is already in the list. Choose another."))
            seen.add(page.pk)
