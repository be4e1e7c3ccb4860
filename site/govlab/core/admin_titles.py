"""The titles of pages in the admin, depending on the user.

An app that knows the users' permissions registers the rule; without one, titles are those of
drafts, as in Wagtail. It also applies to plain `Page` instances, which Wagtail displays too.
"""

from collections.abc import Callable
from typing import Any

from wagtail.models import Page

# Called with the page and the title that Wagtail would display.
TitleRule = Callable[[Page, str], str]
_rules: list[TitleRule] = []


def register_admin_title(rule: TitleRule) -> None:
    if rule not in _rules:
        _rules.append(rule)


def install() -> None:
    """Patch the titles that Wagtail and wagtail-localize display, so that all views follow it."""
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
