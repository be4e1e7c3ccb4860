"""Deployment checks, for `manage.py check --deploy`."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core import checks

from govlab.limits.clients import trusted_proxies


@checks.register(checks.Tags.security, deploy=True)
def check_mail(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[checks.CheckMessage]:
    if getattr(settings, "WAGTAIL_PASSWORD_RESET_ENABLED", True):
        return []
    return [
        checks.Warning(
            "No mail is sent: editors cannot reset passwords and receive no notifications.",
            hint="Set EMAIL_HOST and DEFAULT_FROM_EMAIL, or set passwords with `manage.py "
            "changepassword`.",
            id="govlab.W001",
        )
    ]


@checks.register(checks.Tags.security, deploy=True)
def check_proxies(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[checks.CheckMessage]:
    if trusted_proxies():
        return []
    return [
        checks.Warning(
            "TRUSTED_PROXIES is 0: slow clients reach the server itself, and where a proxy stands "
            "in front after all, everybody behind it shares one limit.",
            hint="Serve through deploy/nginx.conf, and set TRUSTED_PROXIES to the number of "
            "proxies in front.",
            id="govlab.W002",
        )
    ]


@checks.register(checks.Tags.security, deploy=True)
def check_security_contact(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[checks.CheckMessage]:
    if settings.GOVLAB_SECURITY_CONTACT:
        return []
    return [
        checks.Warning(
            "SECURITY_CONTACT is not set: who finds a vulnerability cannot learn whom to tell.",
            hint="Set it to an email address or a page of the institution, which "
            "/.well-known/security.txt then names.",
            id="govlab.W010",
        )
    ]
