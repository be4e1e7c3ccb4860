"""A cookie that scripts may read, naming the account without revealing it.

Input kept in the browser belongs to an account, and the public site asks for the editors' bar
only where somebody is logged in to the administration.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.crypto import salted_hmac

COOKIE = "govlab_editor"
_SALT = "govlab.editing.keeping.account"


def account_key(request: HttpRequest) -> str:
    """Return the opaque name of the account, or an empty string if nobody is logged in."""
    user = request.user
    if user.is_anonymous or not user.has_perm("wagtailadmin.access_admin"):
        return ""
    return salted_hmac(_SALT, str(user.pk)).hexdigest()[:16]


def mark_account(request: HttpRequest, response: HttpResponseBase) -> None:
    """Set the cookie, or delete it if nobody is logged in any more."""
    key = account_key(request)
    if key == request.COOKIES.get(COOKIE, ""):
        return
    if key:
        response.set_cookie(COOKIE, key, secure=settings.SESSION_COOKIE_SECURE, samesite="Lax")
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
