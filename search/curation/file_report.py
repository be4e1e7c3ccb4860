"""The report of files that public pages show and search cannot read."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.mixins import UserPassesTestMixin
from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.documents import get_document_model
from wagtail.permissions import policy_registry

from search.files.page_files import shown_digests
from search.models import FileState, FileText

PAGE_SIZE = 50
UNREAD = (FileState.EMPTY, FileState.PARTLY, FileState.UNREADABLE)


@dataclass(frozen=True)
class UnreadFile:
    title: str
    filename: str
    # What is wrong, and what to do.
    state: str
    reason: str
    edit_url: str
    usage_url: str


def may_see_files(account: Any) -> bool:
    policy = policy_registry.get_by_type(get_document_model())
    return bool(policy.user_has_any_permission(account, ["add", "change"]))


def unread_files(account: Any) -> list[UnreadFile]:
    """Return the files that the account may change and search cannot read, or not all of, by
    title."""
    rows = FileText.objects.filter(state__in=UNREAD).defer("text")
    texts = {row.digest: row for row in rows}
    if texts:
        shown = shown_digests()
        texts = {digest: row for digest, row in texts.items() if digest in shown}
    policy = policy_registry.get_by_type(get_document_model())
    mine = policy.instances_user_has_any_permission_for(account, ["change"])
    documents = get_document_model().objects.filter(pk__in=mine.values("pk"))
    return [
        UnreadFile(
            title=document.title,
            filename=document.filename,
            state=texts[document.file_hash].get_state_display(),
            reason=texts[document.file_hash].get_reason_display(),
            edit_url=reverse("wagtaildocs:edit", args=[document.pk]),
            usage_url=reverse("wagtaildocs:document_usage", args=[document.pk]),
        )
        for document in documents.filter(file_hash__in=texts).order_by("title", "pk")
    ]


class UnreadFilesReport(UserPassesTestMixin, WagtailAdminTemplateMixin, TemplateView):
    raise_exception = True
    page_title = _("Files that search cannot read")
    header_icon = "doc-full-inverse"
    template_name = "search/curation/unread_files.html"

    def test_func(self) -> bool:
        return may_see_files(self.request.user)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        found = unread_files(self.request.user)
        return context | {
            "files": Paginator(found, PAGE_SIZE).get_page(self.request.GET.get("p")),
            "number": len(found),
        }
