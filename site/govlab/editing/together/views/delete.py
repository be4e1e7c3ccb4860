from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.pages.delete import DeleteView
from wagtail.admin.views.pages.utils import type_to_delete_confirmation
from wagtail.locks import BasicLock
from wagtail.models import Page

from ...bin.deletion import ensure_deletable
from ...conf import bin_days
from ..companions import Companion
from ..deleting import companions, delete
from ..forms import WithdrawalForm
from .outcomes import languages, shown, tell_outcome


def is_locked_by_another(page: Page, account: Any) -> bool:
    """Whether somebody locked the page. Wagtail's own rule lets it be deleted nevertheless."""
    lock = page.get_lock()
    return isinstance(lock, BasicLock) and bool(lock.for_user(account))


class Delete(DeleteView):
    """Puts the page into the bin, and asks for the reason and what happens to the translations."""

    template_name = "editing/together/confirm_delete.html"

    @cached_property
    def companions(self) -> list[Companion]:
        return companions(self.page, self.request.user)

    @cached_property
    def form(self) -> WithdrawalForm:
        return WithdrawalForm(
            self.request.POST if self.request.method == "POST" else None,
            pages=[self.page],
            languages=languages([self.page], self.companions),
            has_translations=bool(self.companions),
        )

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        ensure_deletable(self.page)
        response: HttpResponse = super().get(request, *args, **kwargs)
        return response

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.usage.is_protected or is_locked_by_another(self.page, request.user):
            raise PermissionDenied
        ensure_deletable(self.page)
        if not (type_to_delete_confirmation(request) and self.form.is_valid()):
            invalid: HttpResponse = self.render_to_response(self.get_context_data())
            return invalid
        title, parent = self.page.get_admin_display_title(), self.page.get_parent()
        outcome = delete(
            self.page,
            request.user,
            self.form.withdrawal,
            with_translations=self.form.with_translations,
        )
        messages.success(
            request,
            deleted_message() % {"title": title, "days": bin_days()},
            buttons=[messages.button(reverse("govlab_bin"), _("Open the bin"))],
        )
        tell_outcome(
            request, outcome, _("The translation “%(title)s” (%(language)s) is in the bin too.")
        )
        for hook in hooks.get_hooks("after_delete_page"):
            answer = hook(request, self.page)
            if isinstance(answer, HttpResponseBase):
                return answer
        return redirect(self.next_url or reverse("wagtailadmin_explore", args=[parent.pk]))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        total = context["descendant_count"] + 1
        return context | {
            "form": self.form,
            "translations": shown(self.companions),
            "days": bin_days(),
            "total_pages": total,
            "is_locked": is_locked_by_another(self.page, self.request.user),
        }


def deleted_message() -> str:
    return ngettext(
        "“%(title)s” is in the bin and can be restored within %(days)d day.",
        "“%(title)s” is in the bin and can be restored within %(days)d days.",
        bin_days(),
    )
