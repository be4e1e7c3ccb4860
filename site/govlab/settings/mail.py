"""Mail settings, for password resets and Wagtail's notifications."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured

from .environment import number, one_of, text

# Requests write emails down; the worker sends them by GOVLAB_MAIL_TRANSPORT.
QUEUE = "govlab.editing.notifications.backend.EmailBackend"


def mail_settings() -> dict[str, Any]:
    """Of the environment; without EMAIL_HOST nothing is sent and no password can be reset.

    Raises ImproperlyConfigured for a server without a sender.
    """
    host, sender = text("EMAIL_HOST", ""), text("DEFAULT_FROM_EMAIL", "")
    if not host:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend",
            "GOVLAB_MAIL_TRANSPORT": "django.core.mail.backends.dummy.EmailBackend",
            "WAGTAIL_PASSWORD_RESET_ENABLED": False,
        }
    if "@" not in sender:
        raise ImproperlyConfigured(
            "DEFAULT_FROM_EMAIL must be the address that mail is sent from, for example "
            f"vietne@example.lv, where EMAIL_HOST is set; it is “{sender}”."
        )
    security = one_of("EMAIL_SECURITY", "starttls", ["starttls", "tls", "none"])
    return {
        "EMAIL_BACKEND": QUEUE,
        "GOVLAB_MAIL_TRANSPORT": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": host,
        "EMAIL_PORT": number("EMAIL_PORT", {"starttls": 587, "tls": 465, "none": 25}[security]),
        "EMAIL_HOST_USER": text("EMAIL_HOST_USER", ""),
        "EMAIL_HOST_PASSWORD": text("EMAIL_HOST_PASSWORD", ""),
        "EMAIL_USE_TLS": security == "starttls",
        "EMAIL_USE_SSL": security == "tls",
        # In seconds; limits how long the worker waits for the mail server.
        "EMAIL_TIMEOUT": 10,
        "DEFAULT_FROM_EMAIL": sender,
        "SERVER_EMAIL": sender,
        "WAGTAIL_PASSWORD_RESET_ENABLED": True,
    }
