from collections.abc import Collection

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from govlab.core.related import RelatedGroup
from govlab.delivery.documents.order import by_title
from govlab.delivery.public import public_pages

from .models import CasePage


def cases_of_method(method: Page, shown: Collection[int] = ()) -> RelatedGroup:
    """Public cases in the method's language that used it, in any language of the reference."""
    cases = by_title(
        public_pages(CasePage.objects.all())
        .filter(locale_id=method.locale_id, methods__method__translation_key=method.translation_key)
        .select_related("listing_image", "laboratory")
        .prefetch_related("listing_image__renditions")
        .distinct()
    )
    return RelatedGroup(_("Cases that used this method"), list(cases))
