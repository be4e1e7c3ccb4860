"""The starting content, loaded once for a module and gone after it."""

from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import TestCase


@pytest.fixture(scope="module")
def starting_content(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """What the command printed. Loaded inside a transaction that is rolled back at the end, with
    the publications that wait for a commit carried out."""
    with django_db_blocker.unblock():
        atomic = transaction.atomic()
        atomic.__enter__()
        try:
            output = StringIO()
            with TestCase.captureOnCommitCallbacks(execute=True):
                call_command("load_starting_content", stdout=output)
            yield output.getvalue()
        finally:
            transaction.set_rollback(True)
            atomic.__exit__(None, None, None)
