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

    # Its own text is short; what it lists has dates of its own.
    review_months = 24

    filterset_class: ClassVar[type[django_filters.FilterSet]]

    class Meta:
        abstract = True

    def listed(self) -> QuerySet[Any]:
        """Return the public children, with the relations of cards prefetched."""
        raise NotImplementedError

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        filterset = self.filterset_class(request.GET, queryset=self.listed(), request=request)
        # With an invalid filter, show its error and no items.
        items = filterset.qs if filterset.is_valid() else filterset.queryset.none()
        paginator = Paginator(items, PAGE_SIZE)
        try:
            page = paginator.page(request.GET.get("page") or 1)
        except (EmptyPage, PageNotAnInteger):
            raise Http404(_("The list does not have this page.")) from None
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
