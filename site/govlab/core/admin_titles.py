"""What the administration calls a page, to whoever looks.

The rule is registered from above, where accounts' rights are known; without one every page is
called by the title of its draft, as Wagtail does. It holds for `Page` itself, because Wagtail also
shows pages that it read without their type.
"""

from collections.abc import Callable
from typing import Any

from wagtail.models import Page

# Gets the page and the title that Wagtail would show.
TitleRule = Callable[[Page, str], str]
_rules: list[TitleRule] = []


def register_admin_title(rule: TitleRule) -> None:
    if rule not in _rules:
        _rules.append(rule)


def install() -> None:
    """Puts the rule below all views: into what Wagtail and wagtail-localize show of any page."""
    model: Any = Page
    draft_title, title = model.get_admin_display_title, model.__str__

    def get_admin_display_title(page: Page) -> str:
        return admin_title(page, draft_title(page))

    def to_text(page: Page) -> str:
        return admin_title(page, title(page))

    model.get_admin_display_title = get_admin_display_title
    model.__str__ = to_text


def admin_title(page: Page, title: str) -> str:
    for rule in _rules:
        title = rule(page, title)
    return title
