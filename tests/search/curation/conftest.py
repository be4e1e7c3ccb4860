from typing import Any

import pytest
from django.test import Client

from tests.factories import make_user


@pytest.fixture
def editor(db: None) -> Any:
    return make_user("Editors")


@pytest.fixture
def group_client(client: Client, editor: Any) -> Client:
    """Of an account that has what Wagtail's group of editors has, and no more."""
    client.force_login(editor)
    return client
