"""What the buttons of a release's page do. Each checks the rights, and returns a response if the
page is not simply shown again."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from ..language_names import language_name
from ..models import Release, ReleaseState
from ..models.release import Timing
from . import actions, approval, publish
from .forms import AddPageForm, RejectForm, ReleaseForm
from .pages import offers, to_add
from .rights import may_add
from .screen import ReleaseScreen


def _require(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied


def _change(view: ReleaseScreen, request: HttpRequest) -> HttpResponse | None:
    _require(view.rights.may_set_time)
    form = view.forms["change"] = ReleaseForm(request.POST, instance=Release(pk=view.release.pk))
    if not form.is_valid():
        return view.render_to_response(view.get_context_data())
    values = {name: form.cleaned_data[name] for name in ("name", "timing", "go_live_at")}
    actions.change(view.release, request.user, **values)
    messages.success(request, _("Saved."))
    return None


def _add(view: ReleaseScreen, request: HttpRequest) -> HttpResponse | None:
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
    for offer in found:
        if offer.item is None or offer.item.release == view.release:
            continue
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
                    "language": language_name(offer.page.locale),
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


def _remove(view: ReleaseScreen, request: HttpRequest) -> None:
    item = view.item()
    _require(view.rights.may_remove(item))
    actions.remove(view.release, item, request.user)


def _use_draft(view: ReleaseScreen, request: HttpRequest) -> None:
    item = view.item()
    _require(item.pk in view.rights.editable)
    approval.use_draft(view.release, item, request.user)
    messages.success(request, _("The newest draft is meant now. It has to be approved."))


def _submit(view: ReleaseScreen, request: HttpRequest) -> None:
    _require(view.rights.may_change)
    approval.submit(view.release, request.user)
    messages.success(request, _("Submitted for approval."))


def _withdraw(view: ReleaseScreen, request: HttpRequest) -> None:
    _require(view.rights.may_change)
    approval.withdraw(view.release, request.user)
    messages.success(request, _("The release is in preparation again."))


def _approve(view: ReleaseScreen, request: HttpRequest) -> None:
    _require(bool(view.rights.publishable))
    release = approval.approve(view.release, request.user, view.seen_items())
    if release.state != ReleaseState.APPROVED:
        messages.success(request, _("Your pages are approved. Others are still to be approved."))
        return
    messages.success(request, _("The release is approved."))
    if release.timing == Timing.APPROVED:
        publish.publish(release, None)
        messages.success(request, _("The release is published."))


def _reject(view: ReleaseScreen, request: HttpRequest) -> HttpResponse | None:
    _require(bool(view.rights.publishable))
    form = view.forms["reject"] = RejectForm(request.POST)
    if not form.is_valid():
        return view.render_to_response(view.get_context_data())
    approval.reject(view.release, request.user, form.cleaned_data["reason"])
    messages.success(request, _("The release was sent back, with the reason."))
    return None


def _publish(view: ReleaseScreen, request: HttpRequest) -> None:
    _require(view.rights.may_publish_all)
    publish.approve_and_publish(view.release, request.user, view.seen_items())
    messages.success(request, _("The release is published."))


def _delete(view: ReleaseScreen, request: HttpRequest) -> HttpResponse:
    _require(view.rights.may_delete)
    actions.delete(view.release, request.user)
    messages.success(
        request, _("The release “%s” was deleted. Its pages stay.") % view.release.name
    )
    return redirect("govlab_releases")


ACTIONS: dict[str, Callable[[ReleaseScreen, HttpRequest], HttpResponse | None]] = {
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
