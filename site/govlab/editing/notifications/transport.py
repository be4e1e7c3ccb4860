"""How emails leave, and when they are tried again."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from .messages import Mail

FIRST_DELAY = timedelta(minutes=1)
LONGEST_DELAY = timedelta(hours=1)
GIVE_UP_AFTER = timedelta(days=7)


def mail_connection() -> Any:
    """The connection to the mail server. `EMAIL_BACKEND` would queue the emails again."""
    return get_connection(settings.GOVLAB_MAIL_TRANSPORT)


def delay_after(attempts: int) -> timedelta:
    """The pause after a failure, when there were as many before it."""
    return min(FIRST_DELAY * 2 ** min(attempts, 12), LONGEST_DELAY)


def deliver(recipient: Any, mail: Mail, connection: Any = None) -> None:
    """Raises what the mail backend raises."""
    EmailMessage(
        mail.subject,
        mail.body,
        to=[recipient.email],
        connection=connection or mail_connection(),
        headers={"Auto-Submitted": "auto-generated"},
    ).send()
