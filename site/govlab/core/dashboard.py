"""Numbers on the dashboard, each of which leads to its list. Apps register theirs with Wagtail's
hook `construct_homepage_summary_items`."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.site_summary import SummaryItem


class CountItem(SummaryItem):
    """Hidden if there is nothing to count. The list at `url` must have `count` entries."""

    template_name = "core/dashboard_count.html"

    def __init__(
        self, request: HttpRequest, *, count: int, text: str, url: str, icon: str, order: int
    ) -> None:
        """`text` is a phrase with the number in it, in the form that the number requires."""
        super().__init__(request)
        self.count, self.text, self.url, self.icon, self.order = count, text, url, icon, order

    def is_shown(self) -> bool:
        return self.count > 0

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"text": self.text, "url": self.url, "icon": self.icon}
