"""Accounts that translate, and what they are told."""

from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page

from tests.factories import accounts

SUBMIT = "wagtail_localize.submit_translation"


def english() -> Locale:
    return Locale.objects.get(language_code="en")


def sign_in(*permissions: str, pages: dict[Page, tuple[str, ...]]) -> Client:
    """As somebody who may submit for translation, with these rights on these pages besides."""
    group = accounts.make_group(accounts.ENTER, SUBMIT, *permissions, pages=pages)
    return accounts.sign_in(accounts.make_account(group))


def was_refused(response: Any) -> bool:
    return response.status_code in {403, 404} or (
        response.status_code == 302 and response["Location"] == reverse("wagtailadmin_home")
    )
