"""Wagtail's page editor, with what is to be known about the page's approval."""

import json
from typing import Any

from django.core.exceptions import BadRequest
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.admin import messages
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Page

from .forms import form_of
from .notices import approval_notice
from .outcomes import tell_outcome


class PageEditor(EditView):
    page_template = "editing/moderation/edit_page.html"

    def get_template_names(self) -> list[str]:
        names: list[str] = super().get_template_names()
        return [self.page_template] if names == ["wagtailadmin/pages/edit.html"] else names

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """An autosave is compared with the latest version while nobody else can save.

        Wagtail compares it with the version that was read when the request began. An autosave that
        the browser sent just before the form would then be stored as the latest version, after the
        form was, and approvers be told that somebody saved meanwhile.
        """
        response: HttpResponse
        if self.expects_json_response:
            with transaction.atomic():
                # Two statements: a join would read the version from before the wait.
                pages = Page.objects.select_for_update(no_key=True)
                self.latest_revision = get_object_or_404(pages, pk=self.page.pk).latest_revision
                response = super().post(request, *args, **kwargs)
        else:
            response = super().post(request, *args, **kwargs)
        return response

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
