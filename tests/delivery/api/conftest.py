"""A caller of the API; what was saved before a call is in the log by then."""

from typing import Any

import pytest
from django.test import Client

from govlab.delivery.log import relay


class Api:
    def __init__(self, client: Client) -> None:
        self.client = client

    def get(self, address: str, status: int = 200, **headers: str) -> Any:
        relay.drain()
        response = self.client.get(f"/api/v1/{address}", headers=headers)
        assert response.status_code == status, response.content
        return response

    def json(self, address: str, status: int = 200) -> Any:
        return self.get(address, status).json()

    def titles(self, address: str) -> list[str]:
        return [item["title"] for item in self.json(address)["items"]]

    def post(self, address: str, body: Any, status: int = 200) -> Any:
        relay.drain()
        response = self.client.post(f"/api/v1/{address}", body, content_type="application/json")
        assert response.status_code == status, response.content
        return response.json()


@pytest.fixture
def api(client: Client, home: Any) -> Api:
    """On a site that has a front page."""
    return Api(client)
