"""The email backend of requests: it writes emails down, and the worker sends them."""

from collections.abc import Sequence
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from ..models import QueuedMail


class EmailBackend(BaseEmailBackend):
    """So that no save fails or waits because of the mail server. Emails that Wagtail sends within
    the request, as of comments and password resets, are written in its transaction."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Raises ValueError for attachments, which are not stored."""
        rows = [QueuedMail(message=_stored(message)) for message in email_messages]
        QueuedMail.objects.bulk_create(rows)
        return len(rows)


def _stored(message: EmailMessage) -> dict[str, Any]:
    if message.attachments:
        raise ValueError("Emails with attachments cannot be queued.")
    alternatives = getattr(message, "alternatives", ())
    return {
        "subject": str(message.subject),
        "body": str(message.body),
        "from_email": str(message.from_email),
        "to": [str(address) for address in message.to],
        "cc": [str(address) for address in message.cc],
        "bcc": [str(address) for address in message.bcc],
        "reply_to": [str(address) for address in message.reply_to],
        "headers": {name: str(value) for name, value in message.extra_headers.items()},
        "alternatives": [[str(content), str(kind)] for content, kind in alternatives],
    }
