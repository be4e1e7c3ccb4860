"""Failed logins are counted by account and by address, below every form that asks for a password.

An account is counted wherever the attempts come from, or many addresses would guess at leisure.
So that guessing shuts no editor out, a browser in which the account has logged in before has a
count of its own: it holds a signed cookie that says so.
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
        """Raises TooManyRequests before the password is looked at, so that guessing costs little.

        Counted first and taken back after a success: attempts side by side cannot outrun the count.
        """
        if username is None or password is None:
            return None
        account = folded(username)
        # The address first: one that has asked too much does not go on to use up an account's.
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
        """ModelBackend's own would go past the count."""
        return await sync_to_async(self.authenticate)(request, username, password, **kwargs)


def folded(name: str) -> str:
    """One account however its name is typed."""
    return unicodedata.normalize("NFKC", name).casefold().strip()


def _browser(request: HttpRequest | None, account: str) -> str | None:
    """What a browser in which the account logged in before is counted by."""
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
    """Sets the cookie where the request logged somebody in."""
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
