"""The rights of each role. Who is in no group may not enter; a superuser needs none."""

from django.contrib.auth.models import Group
from wagtail.models import Collection, Page

from tests.factories.accounts import ENTER, make_group

ROLES = ("visitor", "latvian", "english", "moderator", "accounts", "keeper", "superuser")
TRANSLATE = "wagtail_localize.submit_translation"
EDIT = ("add", "change")
MODERATE = ("add", "change", "publish", "bulk_delete", "lock", "unlock")


def every(app_label: str, *models: str) -> list[str]:
    return [
        f"{app_label}.{action}_{model}"
        for model in models
        for action in ("add", "change", "delete")
    ]


def make_groups(latvian: Page, english: Page, shared: Collection) -> dict[str, Group]:
    """`latvian` and `english` are the front pages of the two languages."""
    topics = every("core", "topic")
    files = {
        shared: [
            f"{app_label}.{action}_{model}"
            for app_label, model in (("wagtaildocs", "document"), ("wagtailimages", "image"))
            for action in ("add", "change", "choose")
        ]
    }
    return {
        "visitor": make_group(ENTER),
        "latvian": make_group(ENTER, TRANSLATE, *topics, pages={latvian: EDIT}, collections=files),
        "english": make_group(ENTER, TRANSLATE, pages={english: EDIT}, collections=files),
        "moderator": make_group(
            ENTER,
            TRANSLATE,
            *topics,
            "core.change_contactdetails",
            "contact.view_problem",
            "contact.change_problem",
            pages={latvian: MODERATE, english: MODERATE},
            collections=files,
        ),
        "accounts": make_group(ENTER, *every("users", "user"), *every("auth", "group")),
        "keeper": make_group(
            ENTER,
            "delivery.see_state",
            *every("wagtailredirects", "redirect"),
            *every("search", "searchsynonym", "promotion"),
            *every("wagtailcore", "site", "locale", "workflow", "task"),
            collections={shared: every("wagtailcore", "collection")},
        ),
    }
