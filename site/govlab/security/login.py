"""Limits failed logins by account and by address, for all login forms.

Attempts on an account are counted regardless of their address, against distributed guessing. So
that this does not lock out editors, a browser in which the account has logged in before, which has
a signed cookie, is counted separately.
"""

import unicodedata
from secrets import token_urlsafe
from typing import Any

from asgiref.sync import sync_to_async
from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AbstractBaseUser
from django.core import signing
from django.http import HttpRequest, HttpResponseBase

from govlab.limits import rates
from govlab.limits.clients import client_of

# How many failures in five minutes; an address may be shared by a whole authority.
BY_ADDRESS = rates.Limit("login-address", "GOVLAB_LOGIN_FAILURES_PER_ADDRESS", 300)
BY_ACCOUNT = rates.Limit("login-account", "GOVLAB_LOGIN_FAILURES_PER_ACCOUNT", 300)

COOKIE = "govlab_known_browser"
COOKIE_SECONDS = 90 * 24 * 3600
_SALT = "govlab.security.known_browser"
_NEW = "_govlab_known_browser"


class LimitedModelBackend(ModelBackend):
    def authenticate(  # type: ignore[override]  # the account's model stands above this package
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,
    ) -> AbstractBaseUser | None:
        """Raises TooManyRequests before the password is hashed, so that guessing costs little.

        Attempts are counted first and refunded after success, so that parallel attempts cannot
        exceed the limit.
        """
        if username is None or password is None:
            return None
        account = folded(username)
        # The address first, so that a blocked address does not use up the account's limit.
        counted = [] if request is None else [(BY_ADDRESS, client_of(request))]
        counted.append((BY_ACCOUNT, _browser(request, account) or account))
        for limit, identity in counted:
            rates.count(limit, identity)
        user = super().authenticate(request, username=username, password=password, **kwargs)
        if user is not None:
            for limit, identity in counted:
                rates.refund(limit, identity)
            if request is not None:
                setattr(request, _NEW, account)
        return user

    async def aauthenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,
    ) -> Any:
        """ModelBackend's implementation would bypass the limit."""
        return await sync_to_async(self.authenticate)(request, username, password, **kwargs)


def folded(name: str) -> str:
    """Normalise the name, so that all spellings count for the same account."""
    return unicodedata.normalize("NFKC", name).casefold().strip()


def _browser(request: HttpRequest | None, account: str) -> str | None:
    """Return the identity of a browser in which the account has logged in before."""
    if request is None:
        return None
    try:
        known, browser = signing.loads(
            request.COOKIES.get(COOKIE, ""), salt=_SALT, max_age=COOKIE_SECONDS
        )
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return f"{account} in {browser}" if known == account else None


def remember_browser(request: HttpRequest, response: HttpResponseBase) -> None:
    """Set the cookie if the request has logged a user in."""
    account = getattr(request, _NEW, None)
    if account is not None:
        response.set_cookie(
            COOKIE,
            signing.dumps((account, token_urlsafe(16)), salt=_SALT),
            max_age=COOKIE_SECONDS,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
