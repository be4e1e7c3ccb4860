"""The bin: what is in it, restoring, and deleting for good."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ..causes import CAUSES
from ..conf import bin_days
from ..language_names import language_name
from ..models import BinEntry
from ..refusals import tell
from .forms import RestoreForm
from .items import BinItem, bin_items, may_delete_for_good, no_longer, uses_bin
from .purge import delete_for_good
from .restoration import Restored, restore

PER_PAGE = 50


class Bin(WagtailAdminTemplateMixin, TemplateView):
    page_title = gettext_lazy("Bin")
    header_icon = "bin"
    template_name = "editing/bin/bin.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not uses_bin(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        items = Paginator(bin_items(self.request.user), PER_PAGE)
        return context | {
            "items": items.get_page(self.request.GET.get("p")),
            "causes": CAUSES,
            "days": bin_days(),
            "may_delete_for_good": may_delete_for_good(self.request.user),
        }


class _OfItem(WagtailAdminTemplateMixin, TemplateView):
    header_icon = "bin"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("govlab_bin"), "label": _("Bin")},
            {"url": "", "label": self.page_title, "sublabel": self.item.entry.title},
        ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not uses_bin(request.user):
            raise PermissionDenied
        found = bin_items(request.user, BinEntry.objects.filter(pk=kwargs["pk"]))
        if not found:
            if BinEntry.objects.filter(pk=kwargs["pk"]).exists():
                raise PermissionDenied
            # Two people may do it at once, and buttons are pressed twice.
            messages.info(request, no_longer())
            return redirect("govlab_bin")
        self.item = found[0]
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return self.item.entry.title

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"item": self.item}


class Restore(_OfItem):
    page_title = gettext_lazy("Restore")
    template_name = "editing/bin/restore.html"

    @cached_property
    def others(self) -> list[BinItem]:
        """Return what was deleted together with it, and can be put back where it was."""
        batch = BinEntry.objects.filter(batch=self.item.entry.batch)
        others = batch.exclude(pk=self.item.entry.pk)
        return [item for item in bin_items(self.request.user, others) if item.has_parent]

    @cached_property
    def form(self) -> RestoreForm:
        data = self.request.POST if self.request.method == "POST" else None
        return RestoreForm(data, item=self.item, others=self.others, account=self.request.user)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.form.is_valid():
            return self.render_to_response(self.get_context_data())
        values = self.form.cleaned_data
        first = restore(
            self.item.entry,
            account=request.user,
            parent=values.get("parent"),
            publish=bool(values.get("publish") and self.item.may_publish),
        )
        tell_restored(request, first)
        for item in self.others if values.get("translations") else []:
            publish = bool(values.get("publish") and item.may_publish)
            tell_restored(request, restore(item.entry, account=request.user, publish=publish))
        return redirect("wagtailadmin_explore", first.page.get_parent().pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"form": self.form, "others": self.others}


class DeleteForGood(_OfItem):
    page_title = gettext_lazy("Delete for good")
    template_name = "editing/bin/delete_for_good.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may_delete_for_good(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        title = self.item.entry.title
        try:
            delete_for_good(self.item.entry, request.user)
        except ValidationError as refused:
            tell(request, refused)
        else:
            messages.success(request, _("“%(title)s” is deleted for good.") % {"title": title})
        return redirect("govlab_bin")


def tell_restored(request: HttpRequest, restored: Restored) -> None:
    page = restored.page
    edit = messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), _("Edit"))
    values: dict[str, Any] = {
        "title": page.get_admin_display_title(),
        "language": language_name(page.locale),
    }
    if restored.published:
        text = ngettext(
            "“%(title)s” (%(language)s) is restored, and %(count)d page is public again.",
            "“%(title)s” (%(language)s) is restored, and %(count)d pages are public again.",
            restored.published,
        )
        values["count"] = restored.published
    else:
        text = _("“%(title)s” (%(language)s) is restored as a draft. Publish it when it is ready.")
    messages.success(request, text % values, buttons=[edit])
    for refused in restored.refusals:
        tell(request, refused)
    if restored.slug:
        text = _("Its slug is now “%(slug)s”, as another page has its former one.")
        messages.warning(request, text % {"slug": restored.slug})
    if restored.is_detached:
        messages.warning(
            request,
            _(
                "Another page has become the translation meanwhile, so “%(title)s” is a page of "
                "its own now and a draft."
            )
            % values,
        )
