"""Whoever sends a page back says why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.forms import TaskStateCommentForm


class RejectionForm(TaskStateCommentForm):
    comment = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Say what is to be changed.")},
    )


def form_of(task: Any, action: str) -> type[forms.Form]:
    form: type[forms.Form] = task.get_form_for_action(action)
    return RejectionForm if action == "reject" and form is TaskStateCommentForm else form
