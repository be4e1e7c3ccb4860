"""The lists that the dashboard's numbers lead to."""

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, path
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView

from ..inbox.collect import may_see_inbox
from . import work

COLUMNS = [
    TitleColumn("title", label=_("Title"), get_url=lambda row: row.url),
    Column("language", label=_("Language")),
    Column("status", label=_("State")),
    DateColumn("since", label=_("Since")),
    Column("person", label=_("Account")),
]


class WorkList(BaseListingView):
    """For everybody with rights on pages; each list has what the account may edit or approve."""

    page_title: Promise
    slug: ClassVar[str]
    header_icon = "doc-empty"
    columns = COLUMNS
    paginate_by = 50
    nothing: Promise

    @staticmethod
    def rows_of(account: Any) -> list[work.Row]:
        raise NotImplementedError

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_see_inbox(request.user):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_queryset(self) -> list[work.Row]:
        return self.rows_for(self.request)

    @classmethod
    def rows_for(cls, request: HttpRequest) -> list[work.Row]:
        """Cached on the request: the dashboard counts them, and shows the first."""
        name = f"_{cls.url_name()}"
        rows: list[work.Row] | None = getattr(request, name, None)
        if rows is None:
            rows = cls.rows_of(request.user)
            setattr(request, name, rows)
        return rows

    @property
    def no_results_message(self) -> Promise:
        return self.nothing

    @classmethod
    def url_name(cls) -> str:
        return f"govlab_{cls.slug.replace('-', '_')}"

    @classmethod
    def url_pattern(cls) -> URLPattern:
        return path(f"work/{cls.slug}/", cls.as_view(), name=cls.url_name())

    @property
    def index_url_name(self) -> str:
        return self.url_name()


class MyDrafts(WorkList):
    page_title = _("My drafts")
    slug = "my-drafts"
    header_icon = "edit"
    nothing = _("You have no drafts: everything that you saved is published.")

    @staticmethod
    def rows_of(account: Any) -> list[work.Row]:
        return work.my_drafts(account)


class Approvals(WorkList):
    page_title = _("Waiting for my approval")
    slug = "approvals"
    header_icon = "tasks"
    nothing = _("Nothing waits for your approval.")

    @staticmethod
    def rows_of(account: Any) -> list[work.Row]:
        return work.approvals(account)


class Scheduled(WorkList):
    page_title = _("Scheduled")
    slug = "scheduled"
    header_icon = "calendar-alt"
    nothing = _("Nothing is scheduled.")

    @staticmethod
    def rows_of(account: Any) -> list[work.Row]:
        return work.scheduled(account)


LISTS: tuple[type[WorkList], ...] = (MyDrafts, Approvals, Scheduled)
