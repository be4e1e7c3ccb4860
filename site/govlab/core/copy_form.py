from typing import Any

from wagtail.admin.forms.pages import CopyForm
from wagtail.coreutils import find_available_slug

from .publication import page_language, reserved_addresses


class PageCopyForm(CopyForm):
    """Proposes an unused slug, whereas Wagtail proposes that of the page itself, and refuses a
    parent in another language and an address of the site itself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parent = self.page.get_parent()
        self.fields["new_slug"].initial = find_available_slug(parent, self.page.slug)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        parent = cleaned.get("new_parent_page")
        if parent and (reason := page_language.refusal(self.page, parent)):
            self.add_error("new_parent_page", reason)
        slug = cleaned.get("new_slug")
        if parent and slug and (reason := reserved_addresses.refusal(self.page, parent, slug)):
            self.add_error("new_slug", reason)
        return cleaned
