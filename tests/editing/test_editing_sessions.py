"""Two people in one page see each other."""

from typing import Any

from django.test import Client
from django.urls import reverse

from tests.factories import make_news, make_news_index


def test_who_else_is_editing(editor_client: Client, django_user_model: Any, home: Any) -> None:
    page = make_news(make_news_index(home))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    other = Client()
    other.force_login(
        django_user_model.objects.create_superuser(
            "anna", "anna@example.org", "parole", first_name="Anna", last_name="Kalniņa"
        )
    )
    other.get(address)
    sessions = editor_client.get(address).context["editing_sessions"]
    answer = editor_client.post(sessions.ping_url).json()
    assert "Anna Kalniņa" in answer["html"]
    assert [session["user"] for session in answer["other_sessions"]] == ["Anna Kalniņa"]
    for english in ("viewing", "editing this", "saved a new"):
        assert english not in answer["html"]
