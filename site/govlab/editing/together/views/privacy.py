from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.admin.views.page_privacy import SetPrivacyView

from ..companions import Companion
from ..privacy import REACHES, Reach, companions, follow
from .outcomes import shown, tell_outcome


class SetPrivacy(SetPrivacyView):
    """Asks what happens to the translations: without a restriction of theirs, a private text would
    stay public in another language."""

    @cached_property
    def companions(self) -> list[Companion]:
        return companions(self.page, self.request.user)

    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        if self.companions:
            form.fields["translations"] = forms.ChoiceField(
                label=gettext_lazy("Translations"),
                choices=REACHES,
                initial=Reach.RESTRICT,
                required=False,
                widget=forms.RadioSelect,
            )
        return form

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        reach = form.cleaned_data.get("translations") or Reach.RESTRICT
        outcome = follow(self.page, self.request.user, reach)
        tell_outcome(
            self.request,
            outcome,
            _("The access to the translation “%(title)s” (%(language)s) was changed too."),
        )
        return response

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        if not self.page.private_page_options or not self.companions:
            plain: HttpResponse = super().render_to_response(context, **kwargs)
            return plain
        response: HttpResponse = render_modal_workflow(
            self.request,
            "editing/together/set_privacy.html",
            template_vars=context | {"translations": shown(self.companions)},
            json_data={"step": "set_privacy"},
        )
        return response
