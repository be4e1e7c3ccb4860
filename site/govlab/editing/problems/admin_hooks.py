"""Wagtail hooks of readers' problems."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.permissions import policy_registry

from contact.models import Problem, ProblemState
from govlab.core.dashboard import CountItem

from .answer import ACTIONS
from .viewset import ProblemViewSet


@hooks.register("register_admin_viewset")
def problems_viewset() -> ProblemViewSet:
    return ProblemViewSet()


@hooks.register("register_log_actions")
def problem_actions(actions: Any) -> None:
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)


@hooks.register("construct_homepage_summary_items")
def new_problems(request: HttpRequest, items: list[Any]) -> None:
    if not policy_registry.get_by_type(Problem).user_has_permission(request.user, "change"):
        return
    count = Problem.objects.filter(state=ProblemState.NEW).count()
    text = ngettext("%(count)d new problem", "%(count)d new problems", count)
    items.append(
        CountItem(
            request,
            count=count,
            text=text % {"count": count},
            url=f"{reverse('govlab_problems:index')}?state={ProblemState.NEW}",
            icon="comment",
            order=40,
        )
    )
