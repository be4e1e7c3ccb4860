"""The side panel: findings on the latest draft, and words added to the list by one click."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from govlab.editing.models import OwnWord
from tests.factories import make_news, make_news_index
from tests.factories.accounts import ENTER, make_group


@pytest.fixture
def page(home: Any) -> Any:
    page = make_news(make_news_index(home), summary="Bez kļūdas.")
    page.summary = "Hakatonā darbs."
    page.save_revision()
    return page


@pytest.fixture
def address(page: Any) -> str:
    return reverse("govlab_content_checks", args=[page.pk])


def author(client: Client, model: Any, page: Any, *permissions: str) -> Client:
    user = model.objects.create_user("autore", "a@example.org", "parole")
    user.groups.add(make_group(ENTER, *permissions, pages={page: ["change"]}))
    client.force_login(user)
    return client


def test_the_latest_draft_is_checked(editor_client: Client, address: str) -> None:
    text = editor_client.get(address).content.decode()
    assert "Vārda „Hakatonā” nav vārdnīcā." in text
    assert "1 piezīme" in text


def test_a_word_is_added_once(editor_client: Client, address: str, admin_user: Any) -> None:
    for word in ("hakatonā", "Hakatonā"):
        text = editor_client.post(address, {"word": word}).content.decode()
        assert "nav vārdnīcā" not in text
    [word] = OwnWord.objects.all()
    assert (word.word, word.language, word.added_by) == ("hakatonā", "lv", admin_user)


@pytest.mark.parametrize("word", ["", "divi vārdi", "<b>", "a1", "x" * 100, "a\0b"])
def test_what_is_no_word_is_refused(editor_client: Client, address: str, word: str) -> None:
    assert editor_client.post(address, {"word": word}).status_code == 400
    assert not OwnWord.objects.exists()


def test_the_button_needs_the_right(
    client: Client, django_user_model: Any, page: Any, address: str
) -> None:
    author(client, django_user_model, page)
    assert "data-add-word" not in client.get(address).content.decode()
    by_script = {"x-requested-with": "XMLHttpRequest"}
    assert client.post(address, {"word": "a"}, headers=by_script).status_code == 403


def test_with_the_right(client: Client, django_user_model: Any, page: Any, address: str) -> None:
    author(client, django_user_model, page, "editing.add_ownword")
    assert "data-add-word" in client.get(address).content.decode()
    assert client.post(address, {"word": "hakatons"}).status_code == 200


def test_the_word_list(editor_client: Client, home: Any, admin_user: Any) -> None:
    form = {"word": "Hakatons", "language": "lv"}
    address = reverse("govlab_own_words:add")
    assert editor_client.post(address, form).status_code == 302
    [word] = OwnWord.objects.all()
    assert (word.word, word.added_by) == ("hakatons", admin_user)
    assert editor_client.post(address, form | {"word": "hakatons"}).status_code == 200
    assert "hakatons" in editor_client.get(reverse("govlab_own_words:index")).content.decode()


def test_the_number_of_queries_does_not_grow(
    editor_client: Client, home: Any, django_assert_max_num_queries: Any
) -> None:
    index = make_news_index(home)
    pages = [
        make_news(index, slug=f"a{n}", body=[("rich_text", f"<p>Kļuddas {n}</p>")] * n)
        for n in (1, 20)
    ]
    OwnWord.objects.bulk_create(OwnWord(word="a" * n, language="lv") for n in range(1, 40))
    for page in pages:
        address = reverse("govlab_content_checks", args=[page.pk])
        editor_client.get(address)
        with django_assert_max_num_queries(32):
            editor_client.get(address)
