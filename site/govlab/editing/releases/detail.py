"""The page of one release, with everything that can be done with it."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages

from govlab.delivery.schedule.late import late_of

from ..models import Release, ReleaseItem, ReleaseState
from ..models.release import Timing
from . import actions, publish
from .contents import Entry, entries_of
from .forms import AddPageForm, RejectForm, ReleaseForm
from .pages import offers, to_add
from .rights import ReleasePermissionPolicy, ReleaseRights, may_add
from .views import ReleaseAdminView


class ReleaseDetail(ReleaseAdminView):
    template_name = "editing/release.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.release = get_object_or_404(Release, pk=kwargs["pk"])
        self.forms: dict[str, Any] = {}

    @property
    def page_title(self) -> str:  # type: ignore[override]
        return self.release.name

    def crumbs(self) -> list[dict[str, Any]]:
        return [
            {"url": reverse("govlab_releases"), "label": _("Releases")},
            {"url": "", "label": self.release.name},
        ]

    @cached_property
    def entries(self) -> list[Entry]:
        return entries_of(self.release)

    @cached_property
    def rights(self) -> ReleaseRights:
        items = [entry.item for entry in self.entries]
        return ReleaseRights(self.request.user, self.release, items)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rights = self.rights
        release = self.release
        context: dict[str, Any] = super().get_context_data(**kwargs)
        waiting = [entry for entry in self.entries if not entry.is_approved]
        context |= {
            "release": release,
            "rows": [(entry, rights.may_remove(entry.item)) for entry in self.entries],
            "rights": rights,
            "to_approve": [entry for entry in waiting if entry.item.pk in rights.publishable],
            "waiting": waiting,
            "has_problems": any(entry.problems for entry in self.entries),
            "late": self._late(),
            "form": self.forms.get("change") or ReleaseForm(instance=release),
            "add_form": self.forms.get("add") or AddPageForm(),
            "reject_form": self.forms.get("reject") or RejectForm(),
        }
        context["media"] = context["form"].media + context["add_form"].media
        return context

    def _late(self) -> list[str]:
        """Why its scheduled publication is late, for who may see all of its pages."""
        if not self.release.go_live_at or self.release.go_live_at > timezone.now():
            return []
        policy = ReleasePermissionPolicy(Release)
        user = self.request.user
        if not policy.user_has_permission_for_instance(user, "change", self.release):
            return []
        return [late.message for late in late_of(self.release, timezone.now())]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        action = ACTIONS.get(request.POST.get("do", ""))
        if action is None:
            return self.get(request, pk)
        try:
            response = action(self, request)
        except ValidationError as refused:
            for message in refused.messages:
                messages.error(request, message)
            response = None
        return response or redirect("govlab_release", pk)

    def item(self) -> ReleaseItem:
        number = self.request.POST.get("item", "")
        for entry in self.entries:
            if str(entry.item.pk) == number:
                return entry.item
        raise Http404

    def seen_items(self) -> list[ReleaseItem]:
        """Return the items whose revisions are still those that the form showed."""
        seen = set(self.request.POST.getlist("seen"))
        return [entry.item for entry in self.entries if entry.seen in seen]


def _require(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied


def _change(view: ReleaseDetail, request: HttpRequest) -> HttpResponse | None:
    _require(view.rights.may_set_time)
    form = view.forms["change"] = ReleaseForm(request.POST, instance=Release(pk=view.release.pk))
    if not form.is_valid():
        return view.render_to_response(view.get_context_data())
    values = {name: form.cleaned_data[name] for name in ("name", "timing", "go_live_at")}
    actions.change(view.release, request.user, **values)
    messages.success(request, _("Saved."))
    return None


def _add(view: ReleaseDetail, request: HttpRequest) -> HttpResponse | None:
    _require(view.release.is_open)
    form = view.forms["add"] = AddPageForm(request.POST)
    if not form.is_valid():
        return view.render_to_response(view.get_context_data())
    page = form.cleaned_data["page"]
    if not may_add(request.user, page):
        messages.error(request, _("Only pages that you may edit can be added."))
        return None
    found = offers(page, request.user)
    both = form.cleaned_data["with_translations"]
    actions.add(view.release, to_add(found, page, with_translations=both), request.user)
    elsewhere = [offer for offer in found if offer.item and offer.item.release != view.release]
    for offer in elsewhere:
        values = {"page": offer.page.get_admin_display_title(), "release": offer.item.release}
        messages.warning(
            request,
            _("“%(page)s” is in the release “%(release)s” already. Remove it there first.")
            % values,
        )
    if both:
        for offer in found:
            if not offer.is_addable:
                values = {
                    "page": offer.page.get_admin_display_title(),
                    "language": offer.page.locale.get_display_name(),
                }
                messages.warning(
                    request,
                    _(
                        "“%(page)s” (%(language)s) was not added: you may not edit it now. Ask "
                        "somebody who writes in that language to add it."
                    )
                    % values,
                )
    return None


def _remove(view: ReleaseDetail, request: HttpRequest) -> None:
    item = view.item()
    _require(view.rights.may_remove(item))
    actions.remove(view.release, item, request.user)


def _use_draft(view: ReleaseDetail, request: HttpRequest) -> None:
    item = view.item()
    _require(item.pk in view.rights.editable)
    actions.use_draft(view.release, item, request.user)
    messages.success(request, _("The newest draft is meant now. It has to be approved."))


def _submit(view: ReleaseDetail, request: HttpRequest) -> None:
    _require(view.rights.may_change)
    actions.submit(view.release, request.user)
    messages.success(request, _("Submitted for approval."))


def _withdraw(view: ReleaseDetail, request: HttpRequest) -> None:
    _require(view.rights.may_change)
    actions.withdraw(view.release, request.user)
    messages.success(request, _("The release is in preparation again."))


def _approve(view: ReleaseDetail, request: HttpRequest) -> None:
    _require(bool(view.rights.publishable))
    release = actions.approve(view.release, request.user, view.seen_items())
    if release.state != ReleaseState.APPROVED:
        messages.success(request, _("Your pages are approved. Others are still to be approved."))
        return
    messages.success(request, _("The release is approved."))
    if release.timing == Timing.APPROVED:
        publish.publish(release, None)
        messages.success(request, _("The release is published."))


def _reject(view: ReleaseDetail, request: HttpRequest) -> HttpResponse | None:
    _require(bool(view.rights.publishable))
    form = view.forms["reject"] = RejectForm(request.POST)
    if not form.is_valid():
        return view.render_to_response(view.get_context_data())
    actions.reject(view.release, request.user, form.cleaned_data["reason"])
    messages.success(request, _("The release was sent back, with the reason."))
    return None


def _publish(view: ReleaseDetail, request: HttpRequest) -> None:
    _require(view.rights.may_publish_all)
    publish.approve_and_publish(view.release, request.user, view.seen_items())
    messages.success(request, _("The release is published."))


def _delete(view: ReleaseDetail, request: HttpRequest) -> HttpResponse:
    _require(view.rights.may_delete)
    actions.delete(view.release, request.user)
    messages.success(
        request, _("The release “%s” was deleted. Its pages stay.") % view.release.name
    )
    return redirect("govlab_releases")


ACTIONS: dict[str, Callable[[ReleaseDetail, HttpRequest], HttpResponse | None]] = {
    "change": _change,
    "add": _add,
    "remove": _remove,
    "use_draft": _use_draft,
    "submit": _submit,
    "withdraw": _withdraw,
    "approve": _approve,
    "reject": _reject,
    "publish": _publish,
    "delete": _delete,
}
