"""wagtail-localize's two ways into a translation, without its two ways past the translator."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from .translation_publishing import publish_or_tell


class SubmitPageTranslation(SubmitPageTranslationView):
    """Offers the languages in which the parent stands.

    Where it does not, wagtail-localize would make a live copy of it in its own language.
    """

    def get_form(self) -> Any:
        form = super().get_form()
        parent = self.object.get_parent()
        if not parent.is_root():
            translated = parent.get_translations(inclusive=True).filter(alias_of=None)
            locales = form.fields["locales"].queryset
            form.fields["locales"].queryset = locales.filter(pk__in=translated.values("locale"))
        return form

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        parent = self.object.get_parent()
        if not parent.is_root() and parent.get_translations().count() < Locale.objects.count() - 1:
            message = _("Translate “%(parent)s” first: this page stands under it.")
            messages.warning(request, message % {"parent": parent.get_admin_display_title()})
            if not self.get_form().fields["locales"].queryset.exists():
                return redirect("wagtailadmin_pages:edit", parent.pk)
        response: HttpResponse = super().get(request, *args, **kwargs)
        return response


class UpdateTranslations(UpdateTranslationsView):
    """“Publish immediately” publishes only what is translated to the end."""

    def get_form(self) -> Any:
        form = super().get_form()
        form.fields["publish_translations"].help_text = _(
            "Only where no text has to be translated anew; other translations stay as they are."
        )
        return form

    def form_valid(self, form: Any) -> HttpResponse:
        publish = form.cleaned_data["publish_translations"]
        response: HttpResponse = super().form_valid(_unpublished(form))
        if publish:
            self._publish_complete()
        return response

    def _publish_complete(self) -> None:
        for translation in self.object.translations.filter(enabled=True):
            publish_or_tell(self.request, translation)


def _unpublished(form: Any) -> Any:
    form.cleaned_data["publish_translations"] = False
    return form
