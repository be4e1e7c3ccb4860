"""Answering a problem: the text goes to the reader by e-mail and stays with the problem."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from contact.models import Problem
from contact.problems.notification import answer
from govlab.core.kept_input import KeepsInput

ANSWERED = "govlab.problem_answered"
ACTIONS = {ANSWERED: (gettext_lazy("Answered"), gettext_lazy("Answered by e-mail."))}


class AnswerForm(KeepsInput, forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Answer"),
        max_length=5000,
        widget=AdminAutoHeightTextInput({"rows": 8}),
        help_text=gettext_lazy("The reader's own text is quoted below it."),
    )


class AnswerView(WagtailAdminTemplateMixin, FormView):  # type: ignore[type-arg]
    page_title = gettext_lazy("Answer by e-mail")
    header_icon = "mail"
    template_name = "editing/problem_answer.html"
    form_class = AnswerForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        policy = policy_registry.get_by_type(Problem)
        if not policy.user_has_permission(request.user, "change"):
            raise PermissionDenied
        self.problem = get_object_or_404(Problem, pk=kwargs["pk"])
        if not self.problem.email:
            raise Http404(_("The reader gave no e-mail address."))
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: AnswerForm) -> HttpResponse:
        answer(self.problem, form.cleaned_data["text"], self.request.user)
        log(instance=self.problem, action=ANSWERED, user=self.request.user)
        messages.success(self.request, _("The answer is on its way to the reader."))
        return redirect("govlab_problems:edit", self.problem.pk)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("govlab_problems:index"), "label": _("Problems")},
            {
                "url": reverse("govlab_problems:edit", args=[self.problem.pk]),
                "label": self.problem.reference,
            },
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(problem=self.problem, **kwargs)
        return context | {"media": context["form"].media}
