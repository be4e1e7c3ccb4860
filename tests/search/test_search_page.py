from typing import Any

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from tests.factories import make_standard, publish, translate_page


def found(client: Client, query: str, path: str = "/lv/meklesana/") -> list[str]:
    answer = client.get(path, {"q": query})
    assert answer.status_code == 200
    return sorted(page.title for page in answer.context["results"])


def test_finds_public_pages_of_the_readers_language(client: Client, home: Any) -> None:
    home = publish(home)
    translate_page(home, title="Home")
    page = publish(make_standard(home, title="Prototips"))
    translate_page(page, title="Prototype")
    make_standard(home, title="Prototips melnrakstā", live=False)
    private = publish(make_standard(home, title="Prototips slēgts"))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert found(client, "prototips") == ["Prototips"]
    assert found(client, "prototype", "/en/search/") == ["Prototype"]
    assert found(client, "prototype") == []


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["", "   ", "%", "'\"\\", "a" * 201, "AND OR", "\x00", "*:*"])
def test_odd_questions_get_an_answer(client: Client, home: Any, query: str) -> None:
    assert found(client, query) == []


@pytest.mark.parametrize("page", ["0", "2", "x", "٣"])
def test_missing_result_page_is_404(client: Client, home: Any, page: str) -> None:
    assert client.get("/lv/meklesana/", {"q": "nekas", "page": page}).status_code == 404
