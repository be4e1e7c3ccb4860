"""Addresses of pages in the bin, as in bookmarks and emails, lead to where they are restored."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from govlab.core.bin import in_bin

from ..models import BinEntry
from .items import bin_items

View = Callable[..., HttpResponseBase]


def leads_to_bin(view: View) -> View:
    """Decorates all views of the administration, and looks at those of one page only."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        item = _restorable(request, kwargs) if request.method == "GET" else None
        if item is None:
            return view(request, *args, **kwargs)
        messages.info(request, _("This page is in the bin. You can restore it here."))
        return redirect("govlab_bin_restore", item.pk)

    return wrapped


def _restorable(request: HttpRequest, kwargs: dict[str, Any]) -> BinEntry | None:
    """Return what was deleted, if it is the page of the address or has it among its subpages, and
    the account may restore it."""
    page_id = kwargs.get("page_id") or kwargs.get("parent_page_id")
    if not isinstance(page_id, int) or not request.user.is_authenticated:
        return None
    page = in_bin(Page.objects.filter(pk=page_id)).first()
    if page is None:
        return None
    entries = BinEntry.objects.filter(page__in=page.get_ancestors(inclusive=True))
    return next((item.entry for item in bin_items(request.user, entries)), None)
