"""No way to publish leads past the gate: not with what a form refuses, nor untranslated."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from tests.factories import make_standard, publish

from .ways import EVERY_PAGE, EVERY_TRANSLATION, Way

every_page = pytest.mark.parametrize("way", EVERY_PAGE.values(), ids=EVERY_PAGE)
every_translation = pytest.mark.parametrize(
    "way", EVERY_TRANSLATION.values(), ids=EVERY_TRANSLATION
)

UNSAFE = {
    "type": "rich_text",
    "value": '<p>Lasi <a href="javascript:alert(1)">šeit</a>.</p>',
    "id": "9b1f3c1e-6c0b-4f5f-9f3e-0d9c1c7b1a01",
}
NAMELESS = {
    "type": "call_to_action",
    "value": {"title": "", "text": "", "link": {"label": "Šurp", "url": "https://example.org/"}},
    "id": "9b1f3c1e-6c0b-4f5f-9f3e-0d9c1c7b1a02",
}
AT_FAULT: dict[str, dict[str, Any]] = {
    "an unsafe link": {"body": [UNSAFE]},
    "a required text of a block": {"body": [NAMELESS]},
    "a long summary": {"summary": "a" * 301},
    "no summary": {"summary": ""},
}


def public() -> set[int]:
    return set(Page.objects.filter(live=True, depth__gt=1).values_list("pk", flat=True))


def draft(home: Any, owner: Any, **fields: Any) -> Any:
    page = make_standard(home, live=False, owner=owner)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save()
    page.save_revision(clean=False)
    return type(page).objects.get(pk=page.pk)


@every_page
@pytest.mark.parametrize("fields", AT_FAULT.values(), ids=AT_FAULT)
def test_what_a_form_refuses_is_not_published(
    way: Way,
    fields: dict[str, Any],
    editor_client: Client,
    admin_user: Any,
    home: Any,
    django_capture_on_commit_callbacks: Any,
) -> None:
    home = publish(home)
    page = draft(home, admin_user, **fields)
    before = public()
    with django_capture_on_commit_callbacks(execute=True):
        way(editor_client, page)
    assert public() == before


@every_page
def test_what_is_right_is_published(
    way: Way,
    editor_client: Client,
    admin_user: Any,
    home: Any,
    django_capture_on_commit_callbacks: Any,
) -> None:
    """Else the test above would pass with a way that leads nowhere."""
    home = publish(home)
    page = draft(home, admin_user)
    before = public()
    with django_capture_on_commit_callbacks(execute=True):
        way(editor_client, page)
    assert public() > before


@every_translation
def test_what_is_not_translated_is_not_published(
    way: Way,
    editor_client: Client,
    untranslated: Any,
    django_capture_on_commit_callbacks: Any,
) -> None:
    before = public()
    with django_capture_on_commit_callbacks(execute=True):
        way(editor_client, untranslated)
    assert public() == before
    assert not Page.find_problems()[0]
