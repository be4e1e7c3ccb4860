"""What the administration calls a page, to whoever looks.

The rule is registered from above, where accounts' rights are known; without one every page is
called by the title of its draft, as Wagtail does.
"""

from collections.abc import Callable

from wagtail.models import Page

# Gets the page and the title that Wagtail would show.
TitleRule = Callable[[Page, str], str]
_rules: list[TitleRule] = []


def register_admin_title(rule: TitleRule) -> None:
    if rule not in _rules:
        _rules.append(rule)


def admin_title(page: Page, title: str) -> str:
    for rule in _rules:
        title = rule(page, title)
    return title
