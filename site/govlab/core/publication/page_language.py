"""Why a page must be in the language of its parent: that determines the one of its URL."""

from django.utils.translation import gettext as _
from wagtail.models import Page


def refusal(page: Page, parent: Page) -> str | None:
    """Return why the page may not be under the parent, or None if it may."""
    if parent.is_root() or page.locale_id is None or page.locale_id == parent.locale_id:
        return None
    return _(
        "The page is in one language (%(language)s), and the pages below “%(parent)s” are in "
        "another (%(other)s). Translate the page instead."
    ) % {
        "language": page.locale,
        "parent": parent.get_admin_display_title(),
        "other": parent.locale,
    }
