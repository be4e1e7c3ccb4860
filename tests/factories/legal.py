from typing import Any

from wagtail.models import Page

from home.models import EasyToReadPage
from legal.models import AccessibilityPage, PrivacyPage

from .pages import add_page


def make_accessibility(parent: Page, **fields: Any) -> AccessibilityPage:
    return add_page(AccessibilityPage, parent, "Piekļūstamība", {"evaluated_by": "Mēs"} | fields)


def make_privacy(parent: Page, **fields: Any) -> PrivacyPage:
    fields = {"protection_officer": "A", "recipients": "B", "server_logs": "30 dienas"} | fields
    return add_page(PrivacyPage, parent, "Privātums", fields)


def make_easy_to_read(parent: Page, standard: Page | None, **fields: Any) -> EasyToReadPage:
    return add_page(
        EasyToReadPage, parent, "Vieglajā valodā", {"standard_version": standard} | fields
    )
