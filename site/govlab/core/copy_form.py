from typing import Any

from wagtail.admin.forms.pages import CopyForm
from wagtail.coreutils import find_available_slug

from .publication.page_language import refusal


class PageCopyForm(CopyForm):
    """Proposes a slug that is free, where Wagtail proposes the one that the page itself has, and
    refuses a place in another language's tree."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parent = self.page.get_parent()
        self.fields["new_slug"].initial = find_available_slug(parent, self.page.slug)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        parent = cleaned.get("new_parent_page")
        if parent and (reason := refusal(self.page, parent)):
            self.add_error("new_parent_page", reason)
        return cleaned
