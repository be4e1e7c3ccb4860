"""A page and its easy-to-read version lead to each other, as long as both are public."""

from typing import Any

from django.test import Client

from tests.factories import make_easy_to_read, make_mission, make_standard, publish, translate_page


def document(client: Client, page: Any) -> Any:
    return client.get(f"/api/v1/pages/{page.pk}").json()


def test_both_lead_to_each_other(client: Client, home: Any) -> None:
    page = make_mission(home)
    client.get(page.url)
    assert document(client, page)["easy_to_read"] is None
    easy = make_easy_to_read(home, page)
    assert easy.url in client.get(page.url).content.decode()
    assert document(client, page)["easy_to_read"]["id"] == easy.pk
    assert document(client, easy)["standard_version"]["id"] == page.pk
    assert page.url in client.get(easy.url).content.decode()


def test_a_draft_and_a_deleted_version_are_not_linked(client: Client, home: Any) -> None:
    page = make_standard(home)
    easy = make_easy_to_read(home, page, live=False)
    client.get(page.url)
    assert document(client, page)["easy_to_read"] is None
    easy = publish(easy)
    client.get(page.url)
    assert document(client, page)["easy_to_read"]["id"] == easy.pk
    easy.unpublish()
    client.get(page.url)
    assert document(client, page)["easy_to_read"] is None
    publish(easy).delete()
    client.get(page.url)
    assert document(client, page)["easy_to_read"] is None


def test_a_version_of_another_page(client: Client, home: Any) -> None:
    first, second = make_standard(home), make_standard(home)
    easy = make_easy_to_read(home, first)
    client.get(first.url)
    easy.standard_version = second
    publish(easy)
    client.get(first.url)
    assert document(client, first)["easy_to_read"] is None
    assert document(client, second)["easy_to_read"]["id"] == easy.pk


def test_the_translation_has_its_own(client: Client, home: Any) -> None:
    page = publish(make_standard(publish(home)))
    translate_page(home, title="Home", summary="S.")
    english = translate_page(page, title="Page", summary="S.")
    easy = publish(make_easy_to_read(home, page))
    client.get("/en/")
    # There is none in English yet, and the Latvian one is no easier for an English reader.
    assert "viegl" not in client.get(english.url).content.decode().lower()
    english_easy = translate_page(easy, title="Easy", summary="S.", slug="easy")
    client.get("/en/")
    assert document(client, english)["easy_to_read"]["id"] == english_easy.pk
    assert document(client, page)["easy_to_read"]["id"] == easy.pk
