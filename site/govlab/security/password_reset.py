"""Limits password resets by address and by account, before any mail is sent."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.forms.auth import PasswordResetForm

from . import limits
from .login import folded


class LimitedPasswordResetForm(PasswordResetForm):
    def save(self, *args: Any, request: HttpRequest | None = None, **kwargs: Any) -> None:
        """Raises TooManyRequests, also for addresses that belong to no account."""
        if request is not None:
            limits.count_client(limits.RESET_ADDRESS, request)
        limits.count(limits.RESET_ACCOUNT, folded(self.cleaned_data["email"]))
        super().save(*args, request=request, **kwargs)
