"""What can be done with a translation besides writing it."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.models import Page
from wagtail_localize.machine_translators import get_machine_translator

from ...visibility import may_explore
from ..rights import may_change, may_edit, may_sync
from .rows import Rows


class TranslationSidePanel(BaseSidePanel):
    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Toggle translation")
        icon_name = "wagtail-localize-language"
        has_counter = False

    name = "translation"
    title = _("Translation")
    template_name = "editing/translation/side_panel.html"
    order = 50

    def __init__(self, target: Any, request: Any, rows: Rows) -> None:
        super().__init__(target, request)
        self.rows = rows

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        translation, account = self.rows.translation, self.request.user
        return {
            **context,
            "translation": translation,
            "rows": self.rows,
            "here": self.request.path,
            "may_change": may_change(account, self.object),
            "may_sync": may_sync(account, translation.source),
            "machine": self._machine(),
            **_original(account, translation.source.get_source_instance()),
        }

    def _machine(self) -> Any:
        machine = get_machine_translator()
        translation = self.rows.translation
        if machine and machine.can_translate(translation.source.locale, translation.target_locale):
            return machine
        return None


def _original(account: Any, original: Any) -> dict[str, str]:
    """The addresses of the original that the account may open."""
    urls = {}
    if isinstance(original, Page):
        if original.live and original.url:
            urls["original_live_url"] = original.url
        if may_explore(account, original) and may_edit(account, original):
            urls["original_edit_url"] = reverse("wagtailadmin_pages:edit", args=[original.pk])
    elif may_edit(account, original):
        urls["original_edit_url"] = reverse(
            original.snippet_viewset.get_url_name("edit"), args=[original.pk]
        )
    return urls
