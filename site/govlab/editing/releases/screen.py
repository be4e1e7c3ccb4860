"""What the page of one release shows."""

from dataclasses import dataclass, replace
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from govlab.delivery.schedule.late import late_of

from ..models import Release, ReleaseItem
from .contents import Entry, entries_of
from .forms import AddPageForm, RejectForm, ReleaseForm
from .rights import ReleasePermissionPolicy, ReleaseRights
from .views import ReleaseAdminView


@dataclass(frozen=True)
class Row:
    entry: Entry
    removable: bool
    # Where the account may open the page, and the revision that is meant; empty if nowhere.
    url: str = ""
    version_url: str = ""


class ReleaseScreen(ReleaseAdminView):
    template_name = "editing/release.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.release = get_object_or_404(Release, pk=kwargs["pk"])
        self.forms: dict[str, Any] = {}

    @property
    def page_title(self) -> str:
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
            "rows": [self._row(entry) for entry in self.entries],
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

    def _row(self, entry: Entry) -> Row:
        """With links to what the account may open."""
        rights, page, item = self.rights, entry.page, entry.item
        row = Row(entry, removable=rights.may_remove(item))
        if page is None:
            return row
        if item.pk in rights.editable | rights.publishable:
            edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
            if item.revision_id is None:
                return replace(row, url=edit)
            named = [page.pk, item.revision_id]
            version = reverse("wagtailadmin_pages:revisions_view", args=named)
            return replace(row, url=edit, version_url=version)
        return replace(row, url=(page.url or "") if page.live else "")

    def _late(self) -> list[str]:
        """Why its scheduled publication is late, for who may see all of its pages."""
        if not self.release.go_live_at or self.release.go_live_at > timezone.now():
            return []
        policy = ReleasePermissionPolicy(Release)
        user = self.request.user
        if not policy.user_has_permission_for_instance(user, "change", self.release):
            return []
        return [late.message for late in late_of(self.release, timezone.now())]

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
