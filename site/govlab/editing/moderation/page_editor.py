"""Wagtail's page editor, with what is to be known about the page's approval."""

import json
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpResponse
from wagtail.admin import messages
from wagtail.admin.views.pages.edit import EditView

from .forms import form_of
from .notices import approval_notice
from .outcomes import tell_outcome


class PageEditor(EditView):
    page_template = "editing/moderation/edit_page.html"

    def get_template_names(self) -> list[str]:
        names: list[str] = super().get_template_names()
        return [self.page_template] if names == ["wagtailadmin/pages/edit.html"] else names

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["approval_notice"] = approval_notice(self.real_page_record)
        return context

    def perform_workflow_action(self) -> HttpResponse:
        """Wagtail passes on what the dialogue sent without validating it."""
        task = self.page.current_workflow_task
        try:
            sent = json.loads(self.request.POST.get("workflow-action-extra-data") or "{}")
        except ValueError as error:
            raise BadRequest from error
        form = form_of(task, self.workflow_action)(sent if isinstance(sent, dict) else {})
        if not form.is_valid():
            for message in form.errors.get("comment", form.non_field_errors()):
                messages.error(self.request, message)
            return self.redirect_and_remain()
        self.request.POST = self.request.POST.copy()
        self.request.POST["workflow-action-extra-data"] = json.dumps(form.cleaned_data)
        self.acted_on = self.page.current_workflow_state
        return super().perform_workflow_action()

    def add_save_confirmation_message(self) -> None:
        if self.action_name == "perform_workflow_action":
            tell_outcome(self.request, self.page, self.workflow_action, self.acted_on)
        else:
            super().add_save_confirmation_message()
