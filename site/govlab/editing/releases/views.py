"""The list of releases, and adding a page from its editor."""

from typing import Any

from django.contrib.auth.mixins import UserPassesTestMixin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page

from ..models import Release, ReleaseState
from . import actions
from .forms import AddToReleaseForm, NewReleaseForm
from .pages import offers
from .rights import may_add, may_see_releases


class ReleaseAdminView(UserPassesTestMixin, WagtailAdminTemplateMixin, TemplateView):
    raise_exception = True
    header_icon = "calendar-check"

    def test_func(self) -> bool:
        return may_see_releases(self.request.user)

    def crumbs(self) -> list[dict[str, Any]]:
        return []

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, *self.crumbs()]


class ReleaseList(ReleaseAdminView):
    page_title = gettext_lazy("Releases")
    template_name = "editing/releases.html"

    def crumbs(self) -> list[dict[str, Any]]:
        return [{"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        releases = Release.objects.annotate(
            pages=Count("items"), unapproved=Count("items", Q(items__approved_at=None))
        )
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context |= {
            "open": releases.exclude(state=ReleaseState.PUBLISHED),
            # What was published long ago is found in the history of its pages.
            "published": releases.filter(state=ReleaseState.PUBLISHED).order_by("-published_at")[
                :20
            ],
            "form": kwargs.get("form") or NewReleaseForm(),
        }
        return context

    def post(self, request: HttpRequest) -> HttpResponse:
        form = NewReleaseForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        release = actions.create(form.cleaned_data["name"], request.user)
        return redirect("govlab_release", release.pk)


def open_releases() -> QuerySet[Release]:
    return Release.objects.exclude(state=ReleaseState.PUBLISHED)


class AddToRelease(ReleaseAdminView):
    page_title = gettext_lazy("Add to a release")
    template_name = "editing/add_to_release.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.page = get_object_or_404(Page, pk=kwargs["page_id"])
        if not may_add(request.user, self.page):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def crumbs(self) -> list[dict[str, Any]]:
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        title = self.page.get_admin_display_title()
        return [{"url": edit, "label": title}, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = offers(self.page, self.request.user)
        form = kwargs.pop("form", None) or AddToReleaseForm(releases=open_releases())
        context: dict[str, Any] = super().get_context_data(
            page=self.page, offers=found, form=form, **kwargs
        )
        context["is_addable"] = any(offer.is_addable and not offer.item for offer in found)
        return context

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        form = AddToReleaseForm(request.POST, releases=open_releases())
        chosen = set(request.POST.getlist("page"))
        pages = [
            offer.page
            for offer in offers(self.page, request.user)
            if offer.is_addable and str(offer.page.pk) in chosen
        ]
        if not pages:
            messages.error(request, _("Choose at least one language of the page."))
        if not pages or not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        release = form.cleaned_data["release"]
        try:
            release = release or actions.create(form.cleaned_data["name"], request.user)
            actions.add(release, pages, request.user)
        except ValidationError as refused:
            for message in refused.messages:
                messages.error(request, message)
            return self.render_to_response(self.get_context_data(form=form))
        messages.success(request, _("Added to the release “%s”.") % release.name)
        return redirect("govlab_release", release.pk)
