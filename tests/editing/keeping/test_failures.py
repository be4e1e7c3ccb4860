"""Error pages after a form was sent: what becomes of the text, and the way back to the form."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from govlab.editing.keeping import requests

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(get_user_model().objects.create_superuser("a", "a@example.org", "parole"))
    return client


def test_an_expired_form(client: Client) -> None:
    address = reverse("wagtailadmin_account")
    response = client.post(address, {"name": "<script>svešs</script>"})
    text = response.content.decode()
    assert response.status_code == 403
    assert f'href="{address}"' in text
    assert "ir saglabāts šajā pārlūkā" in text
    assert "svešs" not in text


def test_an_expired_form_of_the_site(client: Client) -> None:
    response = client.post(reverse("wagtailcore_login"))
    assert response.status_code == 403
    assert "ir saglabāts" not in response.content.decode()


def test_a_server_error(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(requests, "mark_account", fail)
    client.handler.enforce_csrf_checks = False
    address = reverse("wagtailadmin_account")
    response = client.post(address, {})
    assert response.status_code == 500
    assert f'href="{address}"' in response.content.decode()
    assert address not in client.get(address).content.decode()


def test_too_many_fields(client: Client) -> None:
    client.handler.enforce_csrf_checks = False
    response = client.post(reverse("wagtailadmin_account"), {str(n): "" for n in range(10_001)})
    assert response.status_code == 400
    assert "sadaliet to vairākās lapās" in response.content.decode()
