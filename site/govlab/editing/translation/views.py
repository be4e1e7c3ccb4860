"""wagtail-localize's views to create and update translations, with permission checks."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Locale
from wagtail_localize.models import Translation
from wagtail_localize.views.submit_translations import (
    SubmitPageTranslationView,
    SubmitSnippetTranslationView,
)
from wagtail_localize.views.update_translations import UpdateTranslationsView

from ..machine_translation.views import translate_and_tell
from ..visibility import may_see
from .publishing import publish_or_tell
from .rights import awaiting_locales, may_change, may_edit, may_publish, may_translate, targets
from .submission import submit


class WithinRights:
    """Offers only the languages in which the account may create the translation."""

    request: HttpRequest
    object: Any
    components: Any

    def get_form(self) -> Any:
        form = super().get_form()  # type: ignore[misc]
        allowed = [
            locale.pk
            for locale in awaiting_locales(self.object)
            if may_translate(self.request.user, self.object, locale)
        ]
        form.fields["locales"].queryset = Locale.objects.filter(pk__in=allowed)
        if len(allowed) == 1:
            form.fields["locales"].initial = allowed
        return form

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """An email may lead here after somebody else has started the translation."""
        if not self.get_form().fields["locales"].queryset.exists():
            return self._nothing_to_start()
        response: HttpResponse = super().get(request, *args, **kwargs)  # type: ignore[misc]
        return response

    def _nothing_to_start(self) -> HttpResponse:
        started = [
            translation
            for translation in self.object.get_translations()
            if may_edit(self.request.user, translation)
        ]
        if len(started) == 1:
            return redirect(self.get_default_success_url(started[0]))  # type: ignore[attr-defined]
        return redirect("govlab_translation_report")

    def form_valid(self, form: Any) -> HttpResponse:
        locales = list(form.cleaned_data["locales"])
        left_out = submit(
            self.request.user,
            self.object,
            locales,
            self.components,
            with_subtree=form.cleaned_data["include_subtree"],
        )
        chosen = ", ".join(str(locale.get_display_name()) for locale in locales)
        messages.success(self.request, self.get_success_message(chosen))  # type: ignore[attr-defined]
        self._say_left_out(left_out)
        made = self.object.get_translation(locales[0]) if len(locales) == 1 else None
        return redirect(
            self.get_success_url() or self.get_default_success_url(made)  # type: ignore[attr-defined]
        )

    def _say_left_out(self, left_out: list[Any]) -> None:
        if not left_out:
            return
        message = ngettext(
            "%(count)d page or term was left out, as you may not add it: %(names)s",
            "%(count)d pages or terms were left out, as you may not add them: %(names)s",
            len(left_out),
        )
        names = [str(thing) for thing in left_out if may_see(self.request.user, thing)]
        messages.warning(
            self.request, message % {"count": len(left_out), "names": ", ".join(names) or "–"}
        )


class SubmitPageTranslation(WithinRights, SubmitPageTranslationView):
    """Requires that the parent is translated; wagtail-localize would create a live, untranslated
    copy of it."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        parent = self.object.get_parent()
        if not parent.is_root() and parent.get_translations().count() < Locale.objects.count() - 1:
            message = _("Translate “%(parent)s” first: it is the parent of this page.")
            messages.warning(request, message % {"parent": parent.get_admin_display_title()})
        return super().get(request, *args, **kwargs)


class SubmitSnippetTranslation(WithinRights, SubmitSnippetTranslationView):
    pass


class UpdateTranslations(UpdateTranslationsView):
    """Synchronises the source's texts, and on request publishes complete translations that the
    account may publish."""

    def get_form(self) -> Any:
        form = super().get_form()
        form.fields["publish_translations"].help_text = _(
            "Only translations without new texts to translate and with your permission to "
            "publish; the others do not change."
        )
        return form

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["translations"] = [
            {
                "title": str(target),
                "locale": translation.target_locale,
                "edit_url": self.get_edit_url(target),
            }
            for translation, target in targets(self.object)
            if may_see(self.request.user, target)
        ]
        return context

    def form_valid(self, form: Any) -> HttpResponse:
        """Not in one transaction: a translation machine is asked in between."""
        with transaction.atomic():
            self.object.update_from_db()
        kept = targets(self.object)
        if form.cleaned_data.get("use_machine_translation"):
            for translation, target in kept:
                if may_change(self.request.user, target):
                    translate_and_tell(self.request, translation)
        with transaction.atomic():
            self._finish(form, kept)
        messages.success(self.request, self.get_success_message())
        return redirect(self.get_success_url() or self.get_default_success_url())

    def _finish(self, form: Any, kept: list[tuple[Translation, Any]]) -> None:
        for translation, target in kept:
            self._carry_on(translation, target, publish=form.cleaned_data["publish_translations"])
        self.components.save(
            self.object,
            sources_and_translations={self.object: [translation for translation, _ in kept]},
        )

    def _carry_on(self, translation: Translation, target: Any, *, publish: bool) -> None:
        if not may_publish(self.request.user, target):
            if publish:
                message = _("Not published in %(language)s: you may not publish it.")
                language = translation.target_locale.get_display_name()
                messages.warning(self.request, message % {"language": language})
        elif not publish:
            # Changing the target's view restrictions requires the permission to publish.
            translation.source.update_target_view_restrictions(translation.target_locale)
        else:
            publish_or_tell(self.request, translation)
