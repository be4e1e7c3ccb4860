from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.utils import timezone

from govlab.editing.models import PublishedOriginal
from govlab.editing.notifications import originals, sending
from tests.factories import make_standard, publish

SendAll = Callable[[], list[EmailMessage]]


@pytest.fixture
def send() -> SendAll:
    """Does what the worker does, and returns the mails that were sent by it."""

    def send_all() -> list[EmailMessage]:
        before = len(mail.outbox)
        sending.clean_up(timezone.now())
        originals.tell_translators()
        sending.send_pending(timezone.now())
        return list(mail.outbox[before:])

    return send_all


@pytest.fixture
def page(home: Any, accounts: dict[str, Any]) -> Any:
    """A published original without a translation, of which nobody is told any more."""
    page = publish(make_standard(home, title="Lapa"))
    PublishedOriginal.objects.all().delete()
    return page
