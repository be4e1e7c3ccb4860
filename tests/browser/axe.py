"""What axe finds on the page that a tab shows."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# With their places on the page, only violations are reported: to find those of all that is well
# takes axe longer than to look for what is not.
OPTIONS: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


def violations(tab: Page, context: str | None = None) -> list[str]:
    """The rule and the element of each. `context`: a selector, of the only part to look at."""
    # The library's own way takes the script, half a megabyte, to the page each time.
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(AXE_SCRIPT)
    found = tab.evaluate(
        "([context, options]) => axe.run(context ?? document, options)", [context, OPTIONS]
    )["violations"]
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]
