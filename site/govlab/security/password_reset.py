"""Asking for a new password is counted by address and by account, before any mail is written."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.forms.auth import PasswordResetForm

from govlab.limits import rates

from .login import folded

BY_ADDRESS = rates.Limit("reset-address", "GOVLAB_PASSWORD_RESETS_PER_ADDRESS", 3600)
BY_ACCOUNT = rates.Limit("reset-account", "GOVLAB_PASSWORD_RESETS_PER_ACCOUNT", 3600)


class LimitedPasswordResetForm(PasswordResetForm):
    def save(self, *args: Any, request: HttpRequest | None = None, **kwargs: Any) -> None:
        """Raises TooManyRequests, also for addresses that belong to no account."""
        if request is not None:
            rates.count_client(BY_ADDRESS, request)
        rates.count(BY_ACCOUNT, folded(self.cleaned_data["email"]))
        super().save(*args, request=request, **kwargs)
