"""Fixtures shared by all rooms."""

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from tests.factories import make_home


@pytest.fixture(scope="session", autouse=True)
def _media() -> Iterator[None]:
    """Uploads of the suite lie in a directory of their own, which ends with it."""
    yield
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)


@pytest.fixture(autouse=True)
def _clean_cache() -> None:
    cache.clear()


@pytest.fixture
def home(db: None) -> Any:
    return make_home()


@pytest.fixture
def editor_client(client: Client, admin_user: Any) -> Client:
    client.force_login(admin_user)
    return client
