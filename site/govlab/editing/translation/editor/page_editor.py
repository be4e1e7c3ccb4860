"""The editor of a page that is a synchronised translation.

It is Wagtail's page editor with another form, so that drafts, approval, comments, preview, locks,
autosave and schedules are Wagtail's own.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.components import MediaContainer
from wagtail_localize.wagtail_hooks import before_edit_page as open_librarys_editor

from ...moderation.page_editor import PageEditor
from ...quoting import quoted
from .form import TranslatedPageForm
from .original import change_of_original
from .panel import edit_handler_of
from .side_panel import TranslationSidePanel


class TranslationEditor(PageEditor):
    form: TranslatedPageForm
    page_template = "editing/translation/edit_page.html"

    def run_hook(self, hook_name: str, *args: Any, **kwargs: Any) -> Any:
        """wagtail-localize's own editor opens by a hook; it also leads to the form that makes an
        alias."""
        if hook_name != "before_edit_page" or "localize-convert-to-alias" in self.request.POST:
            return super().run_hook(hook_name, *args, **kwargs)
        for hook in hooks.get_hooks(hook_name):
            if hook is open_librarys_editor:
                continue
            response = hook(*args, **kwargs)
            if hasattr(response, "status_code"):
                return response
        return None

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self._use_own_form()
        response: HttpResponse = super().get(request, *args, **kwargs)
        return response

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self._use_own_form()
        response: HttpResponse = super().post(request, *args, **kwargs)
        return response

    def _use_own_form(self) -> None:
        self.edit_handler = edit_handler_of(self.page_class)
        self.form_class = self.edit_handler.get_form_class()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if self.locked_for_user:
            self.form.make_read_only()
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, **change_of_original(self.request, self.form.translation)}

    def get_side_panels(self) -> MediaContainer:
        panels = list(super().get_side_panels())
        return MediaContainer(
            [TranslationSidePanel(self.page, self.request, self.form.rows), *panels]
        )

    def form_valid(self, form: TranslatedPageForm) -> HttpResponse:
        """Texts belong to the translation, so that they survive if the draft is replaced."""
        if former := form.save_translation(self.request.user):
            self._tell_former(former)
        response: HttpResponse = super().form_valid(form)
        return response

    def _tell_former(self, number: int) -> None:
        message = ngettext(
            "The original changed meanwhile: %(count)d of the texts that you translated is not in "
            "it any more. Its translation is kept. Reload the page.",
            "The original changed meanwhile: %(count)d of the texts that you translated are not in "
            "it any more. Their translations are kept. Reload the page.",
            number,
        )
        if not self.expects_json_response:
            messages.warning(self.request, message % {"count": number})

    def submit_action(self) -> HttpResponse:
        self._refuse_incomplete()
        return super().submit_action()

    def restart_workflow_action(self) -> HttpResponse:
        self._refuse_incomplete()
        return super().restart_workflow_action()

    def publish_action(self) -> HttpResponse:
        self._before_publishing()
        return super().publish_action()

    def perform_workflow_action(self) -> HttpResponse:
        if self.workflow_action == "approve":
            self._before_publishing()
        return super().perform_workflow_action()

    def _before_publishing(self) -> None:
        self._refuse_what_is_gone()
        translation = self.form.translation
        translation.source.update_target_view_restrictions(translation.target_locale)

    def _refuse_incomplete(self) -> None:
        """What approvers could not publish is not submitted to them. Raises ValidationError."""
        self._refuse_what_is_gone()
        if left := self.form.rows.left:
            raise ValidationError(
                _("“%(title)s” is not submitted for approval. Translate first: %(texts)s.")
                % {
                    "title": self.page.get_admin_display_title(),
                    "texts": quoted(row.source_text for row in left),
                }
            )

    def _refuse_what_is_gone(self) -> None:
        if gone := self.form.gone:
            raise ValidationError(
                _(
                    "“%(title)s” is not published. A picture, file or page chosen for the "
                    "translation no longer exists: %(places)s. Choose another."
                )
                % {
                    "title": self.page.get_admin_display_title(),
                    "places": quoted(row.place.label for row in gone),
                }
            )
