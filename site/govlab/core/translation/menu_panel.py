"""The question beside “Show in menus”: whether the menus of other languages change too."""

from typing import Any

from wagtail.admin.panels import Panel

from .originals import translations_of

# The name of the checkbox, which belongs to the request that publishes and is not stored.
ONLY_THIS_MENU = "only_this_menu"


class MenuPanel(Panel):
    class BoundPanel(Panel.BoundPanel):
        template_name = "core/menu_panel.html"

        def is_shown(self) -> bool:
            """Only originals that are public and translated have menus to change with theirs."""
            page = self.instance
            return bool(page.pk and not page.alias_of_id and translations_of(page))

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"name": ONLY_THIS_MENU}
