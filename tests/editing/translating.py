"""Accounts that translate, what they send, and what they are told."""

from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import OverridableSegment, StringSegment

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


def text_fields(target: Any) -> list[tuple[str, str]]:
    """Path and form field of each text of a translation, in order."""
    segments = StringSegment.objects.filter(source__object_id=target.translation_key)
    return [
        (segment.context.path, f"text-{segment.string_id}-{segment.context_id}")
        for segment in segments.select_related("context").order_by("order")
    ]


def text_field(target: Any, path: str) -> str:
    return dict(reversed(text_fields(target)))[path]


def value_field(target: Any, path: str) -> str:
    """Of what a translation may replace; by the beginning of its path."""
    segment = OverridableSegment.objects.get(
        source__object_id=target.translation_key, context__path__startswith=path
    )
    return f"value-{segment.context_id}"


def edit_url(target: Any) -> str:
    if isinstance(target, Page):
        return reverse("wagtailadmin_pages:edit", args=[target.pk])
    return reverse(target.snippet_viewset.get_url_name("edit"), args=[target.pk])


def write(client: Client, target: Any, action: str = "", **texts: str) -> Any:
    """Post texts of fields, by path, as the editor of a translation would; the rest stays."""
    form = {text_field(target, path): text for path, text in texts.items()}
    actions = {f"action-{action}": f"action-{action}"} if action else {}
    return client.post(edit_url(target), form | actions, follow=True)
