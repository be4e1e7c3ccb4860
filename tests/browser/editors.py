"""People of the roles, each in a browser of their own."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from playwright.sync_api import Browser, Page

from govlab.editing.roles.create import create_roles

from .window import DESKTOP

PASSWORD = "parole-testam"


def roles() -> dict[str, Group]:
    """The groups of the roles, as `author-lv`, `curator`."""
    # A migration makes this one, and the flush after a test of the live server removes it.
    kind, _created = ContentType.objects.get_or_create(
        app_label="wagtail_localize", model="translation"
    )
    Permission.objects.get_or_create(content_type=kind, codename="submit_translation")
    return {
        f"{item.role.key}-{item.language}" if item.language else item.role.key: item.group
        for item in create_roles()
    }


class Editor:
    """Somebody with the rights of one role, who clicks and types, and is counted."""

    def __init__(self, browser: Browser, site: str, name: str, group: Any) -> None:
        account = get_user_model().objects.create_user(
            name, f"{name}@example.org", PASSWORD, first_name=name.capitalize()
        )
        account.groups.add(group)
        context = browser.new_context(**DESKTOP)
        self.tab: Page = context.new_page()
        self.effort = 0
        self.tab.goto(f"{site}/admin/")
        self.tab.fill("input[name=username]", name)
        self.tab.fill("input[name=password]", PASSWORD)
        self.tab.click("button[type=submit]")

    def type(self, text: str) -> None:
        """One group of keystrokes: a text, and to the next field."""
        self.effort += 1
        self.tab.keyboard.type(text)
        self.tab.keyboard.press("Tab")

    def act(self, name: Any) -> None:
        """An action of the footer's menu: two clicks."""
        self.effort += 2
        self.tab.locator("footer [data-w-dropdown-target=toggle]").first.click()
        self.tab.locator("footer").get_by_role("button", name=name).click()
