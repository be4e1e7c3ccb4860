"""Kept input of the translation editor: of pages and of terms."""

from typing import Any

import pytest
from django.test import Client
from wagtail_localize.models import StringTranslation

from govlab.editing.keeping.requests import RESTORE
from govlab.editing.translation.submission import Submission
from tests.editing.translating import edit_url, english, text_field
from tests.factories import make_standard, make_topic, publish


@pytest.fixture(params=["page", "term"])
def target(request: Any, home: Any, english_home: Any, admin_user: Any) -> Any:
    """A translation that nobody has written yet."""
    original = (
        publish(make_standard(home, "Par mums", slug="par-mums"))
        if request.param == "page"
        else make_topic("Veselība")
    )
    Submission(admin_user, english()).create_translations(original)
    return type(original).objects.get(translation_key=original.translation_key, locale=english())


def test_the_texts_are_shown_and_not_saved(editor_client: Client, target: Any) -> None:
    path = "title" if hasattr(target, "title") else "name"
    form = {text_field(target, path): "Typed in vain", RESTORE: "2026-11-27T12:03:00Z"}
    response = editor_client.post(edit_url(target), form)
    assert response.status_code == 200
    assert "Typed in vain" in response.content.decode()
    assert 'id="w-editor-form"' in response.content.decode() or "data-edit-form" in (
        response.content.decode()
    )
    assert not StringTranslation.objects.filter(data="Typed in vain").exists()
