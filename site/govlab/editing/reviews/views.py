"""Confirming that a page is still true, and moving its review date."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateInput
from wagtail.log_actions import log
from wagtail.models import Page

from govlab.core.review_dates import PageReview, confirm, default_date, set_date

from ..translation.rights import may_edit

CONFIRMED = "govlab.still_true"
MOVED = "govlab.review_date"
ACTIONS = {
    CONFIRMED: (gettext_lazy("Still true"), gettext_lazy("Confirmed as still true.")),
    MOVED: (gettext_lazy("Review date changed"), gettext_lazy("Review date changed.")),
}


class ReviewForm(forms.Form):
    review_on = forms.DateField(
        label=gettext_lazy("Review date"),
        required=False,
        widget=AdminDateInput,
        help_text=gettext_lazy("Leave empty if the page need not be reviewed."),
    )


class ReviewView(WagtailAdminTemplateMixin, TemplateView):
    """Requires the permission to edit the page, in its own language."""

    page_title = gettext_lazy("Review")
    header_icon = "calendar-alt"
    template_name = "editing/review_page.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.page = get_object_or_404(Page, pk=kwargs["page_id"])
        if not may_edit(request.user, self.page):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {
                "url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
                "label": self.page.get_admin_display_title(),
            },
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        stored = PageReview.objects.filter(page_id=self.page.pk)
        review = stored.select_related("confirmed_by").first()
        date = review.review_on if review else default_date(self.page.specific_class)
        form = kwargs.pop("form", None) or ReviewForm(initial={"review_on": date})
        next_url = get_valid_next_url_from_request(self.request)
        context: dict[str, Any] = super().get_context_data(
            page=self.page, review=review, form=form, media=form.media, next=next_url, **kwargs
        )
        return context

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        title = self.page.get_admin_display_title()
        if request.POST.get("do") == "still_true":
            date = confirm(self.page, request.user)
            log(instance=self.page.specific_deferred, action=CONFIRMED, user=request.user)
            values = {"title": title, "date": date_format(date, "SHORT_DATE_FORMAT")}
            messages.success(request, _("“%(title)s”: the next review is on %(date)s.") % values)
        else:
            form = ReviewForm(request.POST)
            if request.POST.get("do") != "date" or not form.is_valid():
                return self.render_to_response(self.get_context_data(form=form))
            chosen = form.cleaned_data["review_on"]
            set_date(self.page, chosen)
            log(
                instance=self.page.specific_deferred,
                action=MOVED,
                user=request.user,
                data={"review_on": chosen.isoformat() if chosen else ""},
            )
            messages.success(request, _("“%s”: the review date was changed.") % title)
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return redirect(get_valid_next_url_from_request(request) or edit)
