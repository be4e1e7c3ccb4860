"""Links in rich text as the site shows them."""

from typing import ClassVar

from django.utils.html import escape
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from govlab.delivery.public import public_counterparts
from govlab.delivery.safe_rich_text import linked_id

Attributes = dict[str, str]


class PublicPageLink(PageLinkHandler):
    """A link to a page that is not public has no address, so its words stay and lead nowhere."""

    identifier: ClassVar[str] = "page"

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[Attributes]) -> list[str]:
        numbers = [linked_id(attributes) for attributes in attrs_list]
        pages = Page.objects.in_bulk([number for number in numbers if number])
        public = public_counterparts(pages.values())
        chosen = [pages.get(number) for number in numbers]
        return [_opening(public.get(page.translation_key) if page else None) for page in chosen]


def _opening(page: Page | None) -> str:
    url = page.url if page else None
    return f'<a href="{escape(url)}">' if url else "<a>"
