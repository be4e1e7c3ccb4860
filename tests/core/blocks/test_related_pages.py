"""The cards of pages that an editor has chosen."""

from typing import Any

from django.test import Client

from tests.factories import make_case, make_case_index, make_laboratory, make_news, make_news_index


def test_a_card_of_a_case_names_its_laboratory(home: Any, client: Client) -> None:
    laboratory = make_laboratory("Administratīvais slogs")
    case = make_case(make_case_index(home), laboratory=laboratory)
    body = [("related_pages", {"title": "Skat. arī", "pages": [case]})]
    news = make_news(make_news_index(home), body=body)
    answer = client.get(news.url)
    assert answer.status_code == 200
    assert "Administratīvais slogs" in answer.content.decode()
