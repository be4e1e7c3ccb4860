"""Lists with filters and pages: what index pages share."""

from typing import Any, ClassVar

import django_filters
from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page

from govlab.delivery.public import public_pages

from .pages import BasePage

PAGE_SIZE = 12


class ListingPage(BasePage):
    """An index page; subclasses name the filters and the public children."""

    filterset_class: ClassVar[type[django_filters.FilterSet]]

    class Meta:
        abstract = True

    def listed(self) -> QuerySet[Any]:
        """Public children, with everything a card shows already fetched."""
        raise NotImplementedError

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        filterset = self.filterset_class(request.GET, queryset=self.listed(), request=request)
        # A filter that is not understood shows its error and no items: never a list that pretends.
        items = filterset.qs if filterset.is_valid() else filterset.queryset.none()
        paginator = Paginator(items, PAGE_SIZE)
        try:
            page = paginator.page(request.GET.get("page") or 1)
        except (EmptyPage, PageNotAnInteger):
            raise Http404(_("There is no such page of the list.")) from None
        context |= {
            "filterset": filterset,
            "items": page,
            "filtered": any(request.GET.get(name) for name in filterset.filters),
        }
        return context


def public_children(model: type[Page], parent: Page) -> QuerySet[Any]:
    return (
        public_pages(model.objects.child_of(parent))
        .select_related("listing_image", "locale")
        .prefetch_related("listing_image__renditions")
    )
