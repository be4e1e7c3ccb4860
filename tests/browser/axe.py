"""What axe finds on the page that a tab shows."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# With their places on the page, only violations are reported: to find those of all that is well
# takes axe longer than to look for what is not.
OPTIONS: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


def violations(tab: Page, context: str | None = None) -> list[str]:
    """The rule and the element of each. `context`: a selector, of the only part to look at."""
    found = Axe().run(tab, context=context, options=OPTIONS).response["violations"]
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]
