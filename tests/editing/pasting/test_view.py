from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.accounts import ENTER, make_group

ADDRESS = "govlab_paste"


def test_blocks_as_the_editor_inserts_them(editor_client: Client) -> None:
    html = "<h1>Virsraksts</h1><p>Teksts <b>treknā</b></p><img src=x>"
    answer = editor_client.post(reverse(ADDRESS), {"html": html}).json()
    assert [block["type"] for block in answer["blocks"]] == ["heading", "rich_text"]
    assert answer["blocks"][0]["value"]["text"] == "Virsraksts"
    assert '"BOLD"' in answer["blocks"][1]["value"]
    assert answer["left_out"] == [
        "1 attēls: augšupielādējiet sadaļā „Attēli” un pievienojiet kā bloku."
    ]


def test_too_much(editor_client: Client) -> None:
    response = editor_client.post(reverse(ADDRESS), {"html": "a" * 5_000_000})
    assert response.status_code == 413
    assert "pa daļām" in response.json()["error"]


def test_who_writes_no_pages_may_not(client: Client, django_user_model: Any) -> None:
    user = django_user_model.objects.create_user("v", "v@example.org", "parole")
    user.groups.add(make_group(ENTER))
    client.force_login(user)
    by_script = {"x-requested-with": "XMLHttpRequest"}
    response = client.post(reverse(ADDRESS), {"html": "a"}, headers=by_script)
    assert response.status_code == 403


@pytest.mark.django_db
def test_a_token_is_needed(admin_user: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin_user)
    assert client.post(reverse(ADDRESS), {"html": "a"}).status_code == 403
