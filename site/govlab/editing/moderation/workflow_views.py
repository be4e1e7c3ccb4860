"""Wagtail's dialogues to approve and to send back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.admin.views.pages.workflow import CollectWorkflowActionDataView, WorkflowActionView

from .forms import form_of
from .outcomes import tell_outcome


class WorkflowAction(WorkflowActionView):
    def get_form_class(self) -> Any:
        return form_of(self.task, self.action_name)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form_class(request.POST)
        if not form.is_valid():
            return self.render_modal_form(request, form)
        state = self.task_state.workflow_state
        response: HttpResponse = super().post(request, *args, **kwargs)
        tell_outcome(request, self.object, self.action_name, state)
        return response


class CollectWorkflowActionData(CollectWorkflowActionDataView):
    def get_form_class(self) -> Any:
        return form_of(self.task, self.action_name)
