"""Links to pages and files of this site that are not public, or were deleted.

Readers see their text without a link, since documents leave them out.
"""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.models import Page

from govlab.delivery.models import Document

from .content import FILE, PAGE, Named, named_in


@dataclass(frozen=True)
class Stripped:
    page_id: int
    named: Named
    # The target's title, or empty if it was deleted.
    target: str
    since: datetime | None

    @property
    def reason(self) -> str:
        if self.named.kind == FILE:
            return _("The file is not public.") if self.target else _("The file was deleted.")
        return _("The page is not public.") if self.target else _("The page was deleted.")


def stripped_links(files: set[int]) -> list[Stripped]:
    """Return them in a fixed number of queries for each page type. `files` are the public ones."""
    public = dict(Document.objects.filter(live=True).values_list("page_id", "translation_key"))
    named = [
        (page.pk, each)
        for page in Page.objects.filter(pk__in=public).order_by("path").specific()
        for each in dict.fromkeys(named_in(page))
    ]
    pages = Page.objects.in_bulk({each.number for _pk, each in named if each.kind == PAGE})
    titles = dict(
        get_document_model()
        .objects.filter(pk__in={each.number for _pk, each in named if each.kind == FILE})
        .values_list("pk", "title")
    )
    groups = set(public.values())
    withdrawn = dict(Document.objects.filter(live=False).values_list("page_id", "updated_at"))
    found = []
    for page_id, each in named:
        if each.kind == FILE:
            if each.number not in files:
                found.append(Stripped(page_id, each, titles.get(each.number, ""), None))
            continue
        target = pages.get(each.number)
        # A link leads to the page in any language that is public.
        if target is None or target.translation_key not in groups:
            title = target.get_admin_display_title() if target else ""
            found.append(Stripped(page_id, each, title, withdrawn.get(each.number)))
    return found
