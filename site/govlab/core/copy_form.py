from typing import Any

from wagtail.admin.forms.pages import CopyForm
from wagtail.coreutils import find_available_slug


class FreeSlugCopyForm(CopyForm):
    """Proposes a slug that the copy can have, where Wagtail proposes the one that is taken."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parent = self.page.get_parent()
        self.fields["new_slug"].initial = find_available_slug(parent, self.page.slug)
