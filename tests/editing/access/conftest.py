import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import TestCase

from tests.indexing import indexing

from .world import World, make_world


@pytest.fixture
def _without_log(caplog: pytest.LogCaptureFixture) -> None:
    """Every refusal is logged, and there are thousands."""
    caplog.set_level(logging.CRITICAL, logger="django.request")


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """Made once for a module, inside a transaction that is rolled back."""
    with django_db_blocker.unblock():
        atomic = transaction.atomic()
        atomic.__enter__()
        try:
            with indexing(), TestCase.captureOnCommitCallbacks(execute=True):
                made = make_world()
            yield made
        finally:
            transaction.set_rollback(True)
            atomic.__exit__(None, None, None)
